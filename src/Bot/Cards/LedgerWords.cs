using System.Collections.Frozen;
using System.Globalization;
using Gamification.Activities;
using Gamification.Points;
using Storage;

namespace Bot.Cards;

/// <summary>The codes of the ledger as people say them.</summary>
public static class LedgerWords
{
    private static readonly FrozenDictionary<string, (string Given, string Taken)> Rules = new Dictionary<string, (string, string)>
    {
        [RuleNames.Quote] = ("Quote sent", "Quote taken back"),
        [RuleNames.Deal] = ("Deal won", "Deal taken back"),
        [RuleNames.Reply] = ("Client answered", "Answer taken back"),
        [RuleNames.Logged] = ("Activity logged", "Logged activity taken back"),
        [RuleNames.ActiveDay] = ("Active day", "Active day taken back"),
        [RuleNames.Correction] = ("Correction", "Correction"),
        [RuleNames.Past] = ("Imported from the past", "Imported from the past"),
        [RuleNames.PastCorrection] = ("Correction of the past", "Correction of the past"),
        ["bonus.reward"] = ("Reward of a goal", "Reward of a goal taken back"),
        ["bonus.accelerator"] = ("Beyond the target of a goal", "No longer beyond the target of a goal"),
        ["bonus.multiplier"] = ("Multiplied by a goal", "Multiplied points taken back"),
        ["bonus.carried"] = ("Reward of a goal", "Reward of a goal taken back"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The sentence of a reason code, with <c>{0}</c> for the number behind its colon. An empty one needs no words.</summary>
    private static readonly FrozenDictionary<string, string> Sentences = new Dictionary<string, string>
    {
        [Reasons.Scored] = "",
        [Reasons.Active] = "",
        [Reasons.Logged] = "It counts for badges and goals that name its kind.",
        [Reasons.Amount] = "The amount of the deal changed.",
        [Reasons.Reversal] = "It was reopened, voided or deleted.",
        [Reasons.ReversalOfClosed] = "It was reopened, voided or deleted after its week had closed, so it is taken back now.",
        [Reasons.Correction] = "A late report changed a week that is closed; the difference counts now.",
        [Reasons.Imported] = "It was imported into a closed period: it counts for badges and brings no points.",
        [Reasons.ImportedCorrection] = "An import changed what a closed period shows: it counts for badges and moves no points.",
        [Reasons.Moved] = "The day's team or the time it counts at changed; the points are the same.",
        [Reasons.Superseded] = "A later report replaced this one.",
        [Reasons.Bonus] = "",
        [Reasons.BonusGone] = "What it rested on was reopened, voided, deleted or corrected.",
        [Reasons.NoPoints] = "The rules of that day give no points for it.",
        [Reasons.DealDay] = "Another quote of this deal has scored that day.",
        ["limit.day"] = "The daily limit of {0} scored quotes is reached.",
        ["limit.replies"] = "The daily limit of {0} scored answers is reached.",
        ["limit.conversation"] = "{0} answers of this conversation have scored that day.",
        ["slow"] = "It took longer than {0} working minutes.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string What(string rule, long points) =>
        Rules.TryGetValue(rule.Split(':')[0], out var words)
            ? points < 0
                ? words.Taken
                : words.Given
            : Readable(rule);

    /// <summary>Null when the line explains itself.</summary>
    public static string? Why(string reason)
    {
        var (code, number) = reason.Split(':', 2) is [var before, var after] ? (before, after) : (reason, "");
        if (!Sentences.TryGetValue(code, out var sentence))
            return Readable(reason);

        return sentence.Length == 0 ? null : sentence.Replace("{0}", code == "slow" ? Minutes(number) : CleanText.Of(number, 10));
    }

    private static string Minutes(string seconds) =>
        int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? $"{count / 60}" : "?";

    /// <summary>Why an activity has no line at all.</summary>
    public static string Why(UnscoredFact fact) =>
        Unscored.TryGetValue((fact.Reason, fact.Kind), out var ofKind) ? ofKind
        : Remarks.TryGetValue(fact.Reason, out var sentence) ? sentence
        : fact.State is FactState.Listed ? $"It was taken out of the inbox: “{CleanText.Of(fact.Reason, 120)}”."
        : Readable(fact.Reason);

    public static string What(ActivityKind kind) =>
        kind switch
        {
            ActivityKind.QuoteSent => "Quote sent",
            ActivityKind.MessageReplied => "Client answered",
            ActivityKind.DealClosed => "Deal closed",
            _ => Readable(kind.Name),
        };

    private static readonly FrozenDictionary<(string Reason, ActivityKind Kind), string> Unscored = new Dictionary<
        (string, ActivityKind),
        string
    >
    {
        [(FactReasons.Superseded, ActivityKind.QuoteSent)] = "This quote counts already; a quote scores once ever.",
        [(FactReasons.Superseded, ActivityKind.DealClosed)] = "Nothing new: the deal was closed like this already; a deal scores once.",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Remarks = new Dictionary<string, string>
    {
        [FactReasons.Superseded] = "A later report replaced this one.",
        [FactReasons.NoTurn] = "No client was waiting: a reply without a client's message before it is not measured.",
        [FactReasons.OtherOwner] = "The conversation was somebody else's, so the reply is not measured.",
        [FactReasons.Automatic] = "An automatic reply: only what a human writes is measured.",
        [FactReasons.NoAmount] = "A win of 0 is no deal until its amount rises.",
        [FactReasons.Inactive] = "You were inactive when it came; activities of an inactive person score nothing.",
        [FactReasons.UnknownOwner] = "It waits: nobody knows yet whose it is.",
        [FactReasons.UnknownCurrency] = "It waits: its currency is none we know. An admin can see it.",
        [FactReasons.NoRate] = "It waits for a rate of its currency; then it counts.",
        [FactReasons.TooOld] = "It was reported more than 35 days after it happened; it waits until a manager accepts it.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A code this table does not know yet, better than nothing.</summary>
    private static string Readable(string code) => CleanText.Of(code.Replace('.', ' ').Replace('-', ' ').Replace(':', ' '), 60);
}
