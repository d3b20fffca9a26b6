using System.Collections.Frozen;
using System.Globalization;
using Gamification.Activities;
using Gamification.Points;
using Storage;

namespace Bot.Cards;

/// <summary>The codes of the ledger as people say them.</summary>
public static class LedgerWords
{
    private static readonly FrozenDictionary<string, (FormattableString Given, FormattableString Taken)> Rules = new Dictionary<
        string,
        (FormattableString, FormattableString)
    >
    {
        [RuleNames.Quote] = ($"Quote sent", $"Quote taken back"),
        [RuleNames.Deal] = ($"Deal won", $"Deal taken back"),
        [RuleNames.Reply] = ($"Client answered", $"Answer taken back"),
        [RuleNames.Logged] = ($"Activity logged", $"Logged activity taken back"),
        [RuleNames.ActiveDay] = ($"Active day", $"Active day taken back"),
        [RuleNames.Correction] = ($"Correction", $"Correction"),
        [RuleNames.Past] = ($"Imported from the past", $"Imported from the past"),
        [RuleNames.PastCorrection] = ($"Correction of the past", $"Correction of the past"),
        ["bonus.reward"] = ($"Reward of a goal", $"Reward of a goal taken back"),
        ["bonus.accelerator"] = ($"Beyond the target of a goal", $"No longer beyond the target of a goal"),
        ["bonus.multiplier"] = ($"Multiplied by a goal", $"Multiplied points taken back"),
        ["bonus.carried"] = ($"Reward of a goal", $"Reward of a goal taken back"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The sentence of a reason code with the number behind its colon. Null needs no words.</summary>
    private static readonly FrozenDictionary<string, Func<string, FormattableString>?> Sentences = new Dictionary<
        string,
        Func<string, FormattableString>?
    >
    {
        [Reasons.Scored] = null,
        [Reasons.Active] = null,
        [Reasons.Logged] = _ => $"It counts for badges and goals that name its kind.",
        [Reasons.Amount] = _ => $"The amount of the deal changed.",
        [Reasons.Reversal] = _ => $"It was reopened, voided or deleted.",
        [Reasons.ReversalOfClosed] = _ => $"It was reopened, voided or deleted after its week had closed, so it is taken back now.",
        [Reasons.Correction] = _ => $"A late report changed a week that is closed; the difference counts now.",
        [Reasons.Imported] = _ => $"It was imported into a closed period: it counts for badges and brings no points.",
        [Reasons.ImportedCorrection] = _ => $"An import changed what a closed period shows: it counts for badges and moves no points.",
        [Reasons.Moved] = _ => $"The day's team or the time it counts at changed; the points are the same.",
        [Reasons.Superseded] = _ => $"A later report replaced this one.",
        [Reasons.Bonus] = null,
        [Reasons.BonusGone] = _ => $"What it rested on was reopened, voided, deleted or corrected.",
        [Reasons.NoPoints] = _ => $"The rules of that day give no points for it.",
        [Reasons.DealDay] = _ => $"Another quote of this deal has scored that day.",
        ["limit.day"] = most => $"The daily limit of {most} scored quotes is reached.",
        ["limit.replies"] = most => $"The daily limit of {most} scored answers is reached.",
        ["limit.conversation"] = most => $"{most} answers of this conversation have scored that day.",
        ["slow"] = seconds => $"It took longer than {Minutes(seconds)} working minutes.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string What(string rule, long points, ReaderFormat format) =>
        Rules.TryGetValue(rule.Split(':')[0], out var words) ? format.Say(points < 0 ? words.Taken : words.Given) : Readable(rule);

    /// <summary>Null when the line explains itself.</summary>
    public static string? Why(string reason, ReaderFormat format)
    {
        var (code, number) = reason.Split(':', 2) is [var before, var after] ? (before, after) : (reason, "");
        return !Sentences.TryGetValue(code, out var sentence) ? Readable(reason)
            : sentence is null ? null
            : format.Say(sentence(CleanText.Of(number, 10)));
    }

    private static string Minutes(string seconds) =>
        int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? $"{count / 60}" : "?";

    /// <summary>Why an activity has no line at all.</summary>
    public static string Why(UnscoredFact fact, ReaderFormat format) =>
        Unscored.TryGetValue((fact.Reason, fact.Kind), out var ofKind) ? format.Say(ofKind)
        : Remarks.TryGetValue(fact.Reason, out var sentence) ? format.Say(sentence)
        : fact.State is FactState.Listed ? format.Say($"It was taken out of the inbox: “{CleanText.Of(fact.Reason, 120)}”.")
        : Readable(fact.Reason);

    public static string What(ActivityKind kind, ReaderFormat format) =>
        kind switch
        {
            ActivityKind.QuoteSent => format.Say($"Quote sent"),
            ActivityKind.MessageReplied => format.Say($"Client answered"),
            ActivityKind.DealClosed => format.Say($"Deal closed"),
            _ => Readable(kind.Name),
        };

    private static readonly FrozenDictionary<(string Reason, ActivityKind Kind), FormattableString> Unscored = new Dictionary<
        (string, ActivityKind),
        FormattableString
    >
    {
        [(FactReasons.Superseded, ActivityKind.QuoteSent)] = $"This quote counts already; a quote scores once ever.",
        [(FactReasons.Superseded, ActivityKind.DealClosed)] = $"Nothing new: the deal was closed like this already; a deal scores once.",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, FormattableString> Remarks = new Dictionary<string, FormattableString>
    {
        [FactReasons.Superseded] = $"A later report replaced this one.",
        [FactReasons.NoTurn] = $"No client was waiting: a reply without a client's message before it is not measured.",
        [FactReasons.OtherOwner] = $"The conversation was somebody else's, so the reply is not measured.",
        [FactReasons.Automatic] = $"An automatic reply: only what a human writes is measured.",
        [FactReasons.NoAmount] = $"A win of 0 is no deal until its amount rises.",
        [FactReasons.Inactive] = $"You were inactive when it came; activities of an inactive person score nothing.",
        [FactReasons.UnknownOwner] = $"It waits: nobody knows yet whose it is.",
        [FactReasons.UnknownCurrency] = $"It waits: its currency is none we know. An admin can see it.",
        [FactReasons.NoRate] = $"It waits for a rate of its currency; then it counts.",
        [FactReasons.TooOld] = $"It was reported more than 35 days after it happened; it waits until a manager accepts it.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A code this table does not know yet, better than nothing.</summary>
    private static string Readable(string code) => CleanText.Of(code.Replace('.', ' ').Replace('-', ' ').Replace(':', ' '), 60);
}
