using Bot.Cards;
using Gamification;
using Gamification.Activities;
using Gamification.Badges;
using Storage;

namespace Bot.Explaining;

/// <summary>One activity in the words of the ledger: what it was, and why it counted as it did.</summary>
public sealed class ActivityWords(LedgerReader ledger)
{
    /// <summary>What a badge that the close of a week unlocked rests on is that close. <c>Deal won · 1,200.50 EUR</c>, and the reason where there is one.</summary>
    public async Task<(string What, string? Why)> OfAsync(PersonId person, FactId fact, ReaderFormat format, CancellationToken ct)
    {
        if (fact.Connection == GoalWeek.Connection)
            return (format.Say($"the close of {CleanText.Of(fact.ExternalId, 20)}"), null);

        var lines = await ledger.OfFactAsync(person, fact, ct);
        var told =
            lines.FirstOrDefault(line => line.Rule != Gamification.Points.RuleNames.ActiveDay) ?? (lines.Count > 0 ? lines[0] : null);
        return told is null
            ? (format.Say($"activity {CleanText.Of(fact.ToString(), 60)}"), null)
            : (What(told, format), LedgerWords.Why(told.Reason, format));
    }

    public static string What(LedgerLine line, ReaderFormat format) =>
        LedgerWords.What(line.Rule, line.Points, format) + (line.Revenue == 0 ? "" : $" · {format.Money(line.Revenue)}");
}
