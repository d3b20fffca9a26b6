using Gamification.Activities;
using NodaTime;

namespace Gamification.Points;

/// <summary>What a ledger line is about; with its revision the unique key of the ledger.</summary>
/// <param name="Fact">The activity that causes the line: for a reversal the reversing one.</param>
/// <param name="Rule">The point rule, for example <c>quote.sent</c>, <c>deal.won</c>, <c>reply</c>, <c>day.active</c>.</param>
/// <param name="Dated">The instant that puts the line in a day and a period.</param>
public readonly record struct EntryKey(FactId Fact, string Rule, PersonId Person, Instant Dated)
{
    /// <summary>A fact has one or two lines: telling them apart is left to the comparison.</summary>
    public override int GetHashCode() => Fact.GetHashCode();
}

/// <summary>
/// One append-only ledger line. What is posted under a key is the sum of its revisions; a correction appends the difference.
/// A line of 0 points carries its reason, so that <i>why</i> needs no second calculation.
/// </summary>
/// <param name="Revision">0 for the first line of the key, then one more for each difference.</param>
/// <param name="Position">Where the causing fact stands in order.</param>
/// <param name="Team">The person's team on the local day of <see cref="EntryKey.Dated"/>; null without one.</param>
/// <param name="Grouping">The deal of a quote, the conversation of a reply: what shares a limit. Null for what takes back.</param>
/// <param name="Candidate">Points before the limits of the person's day; a reversal of a closed period carries what it takes back.</param>
/// <param name="Points">Points after limits.</param>
/// <param name="ReplySeconds">Working time of a measured reply, in whole seconds. No sum: the latest revision says.</param>
/// <param name="RuleVersion">The version of the rulebook that decided.</param>
/// <param name="Reason">A stable code with its numbers, for example <c>scored</c>, <c>limit.day:10</c>, <c>limit.deal-day</c>, <c>reversal</c>.</param>
public sealed record Entry(
    EntryKey Key,
    int Revision,
    Position Position,
    TeamId? Team,
    EntityId Entity,
    string? Grouping,
    Measures Measures,
    int Candidate,
    long Points,
    int? ReplySeconds,
    int RuleVersion,
    string Reason
);
