using Gamification.People;
using Gamification.Points;
using NodaTime;

namespace Gamification.Activities;

/// <summary>The same quote is one quote: sent again while it counts it is superseded, sent again after a void it counts again.</summary>
internal sealed class QuoteFold(EntityId entity, FoldContext context) : EntityFold(entity, context)
{
    private bool isKnown;
    private bool isMilestone;
    private PersonId? sender;
    private Instant sent;
    private bool isPast;

    protected override bool Step(Fact fact) => fact.Activity is Activity.QuoteSent ? Send(fact) : Void(fact);

    private bool Send(Fact fact)
    {
        isKnown = true;
        if (sender is not null || fact.Person is not { } person)
            return false;

        (sender, sent, isPast) = (person, fact.Credited, fact.IsPast);
        var deal = Entities.GroupingOf(fact.Id, fact.Activity)?.Value;
        var measures = new Measures { Quotes = 1, Sent = isMilestone ? 0 : 1 };
        isMilestone = true;
        if (isPast)
            AddPast(fact, EffectKind.Earn, new(person, sent, measures));
        else
            Add(fact, EffectKind.Earn, RuleNames.Quote, new(person, sent, measures), Context.PointsFor(person, sent).Quote, deal);
        return true;
    }

    private bool Void(Fact fact)
    {
        if (sender is not { } person)
            return !isKnown;

        var measures = new Measures { Quotes = -1, Sent = IsSameDay(person, fact) ? -1 : 0 };
        isMilestone &= measures.Sent == 0;
        if (isPast || fact.IsPast)
            AddPast(fact, EffectKind.Undo, new(person, sent, measures));
        else if (Context.IsOpenFor(sent, fact))
            Add(fact, EffectKind.Undo, RuleNames.Quote, new(person, sent, measures), -Context.PointsFor(person, sent).Quote);
        else
            Add(
                fact,
                EffectKind.Carried,
                RuleNames.Quote,
                new(person, fact.Credited, measures),
                -Context.PostedPoints(Entity, person, sent)
            );

        sender = null;
        return true;
    }

    /// <summary>Milestones forget a quote only if it was voided on the local day it was sent.</summary>
    private bool IsSameDay(PersonId person, Fact fact) =>
        Context.Person(person) is var sender && sender.DayOf(fact.Credited) == sender.DayOf(sent);
}
