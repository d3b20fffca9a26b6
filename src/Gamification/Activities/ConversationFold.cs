using Gamification.People;
using Gamification.Points;
using NodaTime;

namespace Gamification.Activities;

/// <summary>
/// A turn starts at the first client message after the last human reply and ends with the first human reply. That reply is measured
/// if it is the conversation owner's, from the turn's start or from the moment the conversation became theirs.
/// </summary>
internal sealed class ConversationFold(EntityId entity, FoldContext context) : EntityFold(entity, context)
{
    private PersonId? owner;
    private Instant? waitingSince;

    protected override bool Step(Fact fact) =>
        fact.Activity switch
        {
            Activity.MessageReceived => Receive(fact),
            Activity.ConversationReassigned => Assign(fact),
            Activity.MessageReplied { Automatic: false } => Reply(fact),
            _ => Skip(),
        };

    private bool Receive(Fact fact)
    {
        Assign(fact);
        waitingSince ??= fact.Occurred;
        return true;
    }

    /// <summary>A message that names another owner says the same as a reassignment.</summary>
    private bool Assign(Fact fact)
    {
        if (fact.Person == owner)
            return false;

        owner = fact.Person;
        if (waitingSince is not null)
            waitingSince = fact.Occurred;

        return true;
    }

    private bool Reply(Fact fact)
    {
        if (waitingSince is not { } since)
            Leave(FactReasons.NoTurn);
        else if (fact.Person is { } person && person == owner)
            Measure(fact, person, since);
        else
            Leave(FactReasons.OtherOwner);

        waitingSince = null;
        return true;
    }

    private bool Skip()
    {
        Leave(FactReasons.Automatic);
        return true;
    }

    /// <summary>Whole seconds everywhere: what is told, compared with a limit and put into a median is one number.</summary>
    private void Measure(Fact fact, PersonId person, Instant since)
    {
        var seconds = (int)Math.Min(int.MaxValue, Math.Floor(Context.Person(person).WorkingBetween(since, fact.Occurred).TotalSeconds));
        var share = new Share(person, fact.Credited, new() { Replies = 1 });
        if (fact.IsPast)
            AddPast(fact, EffectKind.Earn, share, seconds);
        else
            Add(
                fact,
                EffectKind.Earn,
                RuleNames.Reply,
                share,
                Context.PointsFor(person, fact.Credited).ForReply(Duration.FromSeconds(seconds)),
                Entity.Value,
                seconds
            );
    }
}
