using Gamification.Exchange;
using Gamification.People;
using Gamification.Points;
using Gamification.Time;
using NodaTime;

namespace Gamification.Activities;

/// <summary>What the folds of entities may ask of the world.</summary>
internal sealed class FoldContext(World world, Closes closes, Book book, EarliestQuotes quotes)
{
    private static readonly Duration Sprint = Duration.FromDays(7);

    /// <summary>The point rules of the person's local day that holds an instant.</summary>
    public PointRules PointsFor(PersonId person, Instant dated) => world.Rules.Points.On(world.People[person].DayOf(dated)).Rules;

    /// <summary>The organisation's.</summary>
    public string Currency => world.Organisation.Currency;

    /// <summary>The rate of the organisation's local day of an instant.</summary>
    public Rate? RateOn(string currency, Instant instant) => world.Rates.On(currency, world.Organisation.DayOf(instant));

    public Person Person(PersonId id) => world.People[id];

    /// <summary>
    /// The instant a correction is dated to: that of the original while it was open when the correction was accepted, else its own.
    /// Both are stored numbers, so a later close never moves what is posted.
    /// </summary>
    public Instant DateFor(Instant original, Fact correction) => IsOpenFor(original, correction) ? original : correction.Credited;

    public bool IsOpenFor(Instant original, Fact correction) => !closes.Hold(original, correction.Accepted);

    /// <summary>Won within 7 × 24 h of its earliest quote before it: won at 10:00:00 on the eighth day it counts, at 10:00:01 not.</summary>
    public bool IsSprint(EntityId deal, Instant won) => quotes.Of(deal) is { } sent && sent <= won && won - sent <= Sprint;

    /// <summary>What the ledger holds of an entity for a person under one instant.</summary>
    public int PostedPoints(EntityId entity, PersonId person, Instant dated)
    {
        long sum = 0;
        foreach (var line in book.LinesOf(entity))
            if (line.Key.Person == person && line.Key.Dated == dated && line.Key.Rule != RuleNames.ActiveDay)
                sum += line.Posted.Points;

        return (int)sum;
    }
}
