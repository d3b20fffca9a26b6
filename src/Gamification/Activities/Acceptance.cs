using Gamification.Time;
using NodaTime;

namespace Gamification.Activities;

/// <summary>Fixes what is fixed when an activity is taken: its person, its amount, its instants, and whether it may count.</summary>
internal sealed class Acceptance(World world, Closes closes)
{
    /// <summary>An activity from the wire.</summary>
    public Fact Accept(Reported reported)
    {
        var isAhead = Crediting.IsAhead(reported.Occurred, reported.Received);
        var fact = new Fact(
            reported.Id,
            reported.Activity,
            Person: null,
            Amount: null,
            isAhead ? reported.Received : reported.Occurred,
            reported.Received,
            Credited: default,
            world.Commit,
            FactState.Counted,
            Reason: null,
            isAhead ? reported.Occurred : null,
            reported.Body
        )
        {
            Source = reported.Source,
        };
        return Accept(fact, isOldAccepted: false);
    }

    /// <summary>A fact out of quarantine. One that was too old is there because a manager accepted it.</summary>
    public Fact Accept(Fact waiting) =>
        Accept(waiting with { Accepted = world.Commit }, isOldAccepted: waiting.Reason is FactReasons.TooOld);

    /// <summary>A fact that waits for a rate, should its deal have one for it now.</summary>
    public Fact AcceptAgain(Fact waiting) =>
        Decide(waiting with { Accepted = world.Commit, Credited = CreditedOf(waiting) }, isOldAccepted: true);

    private Fact Accept(Fact fact, bool isOldAccepted)
    {
        var money = Entities.AmountOf(fact.Activity);
        var accepted = fact with
        {
            Person = PersonOf(fact),
            Source = SourceOf(fact),
            Amount = money is { } amount && amount.Currency == world.Organisation.Currency ? amount.MinorUnits : null,
            Credited = isOldAccepted && fact.Source is FactSource.Wire ? closes.FirstOpenFrom(fact.Received) : CreditedOf(fact),
        };
        return Decide(accepted, isOldAccepted);
    }

    private FactSource SourceOf(Fact fact) =>
        fact.Source is FactSource.Import && closes.Hold(fact.Occurred) ? FactSource.Past : fact.Source;

    private Instant CreditedOf(Fact fact) =>
        fact.Source is not FactSource.Wire ? fact.Occurred : Crediting.Of(fact.Occurred, fact.Received, closes);

    private Fact Decide(Fact accepted, bool isOldAccepted) =>
        accepted switch
        {
            { Person: null } when Entities.OwnerOf(accepted.Activity) is not null => Wait(accepted, FactReasons.UnknownOwner),
            _ when Entities.AmountOf(accepted.Activity) is { } named && Currencies.DigitsOf(named.Currency) is null => Wait(
                accepted,
                FactReasons.UnknownCurrency
            ),
            { Source: FactSource.Wire } when !isOldAccepted && Crediting.IsTooOld(accepted.Occurred, accepted.Received) => Wait(
                accepted,
                FactReasons.TooOld
            ),
            { Person: { } person } when !world.People[person].Active => accepted with
            {
                State = FactState.Listed,
                Reason = FactReasons.Inactive,
            },
            _ when accepted.Credited != accepted.Occurred && !isOldAccepted && world.Organisation.Late is LatePolicy.Reject => accepted with
            {
                State = FactState.Listed,
                Reason = FactReasons.Late,
            },
            _ => accepted with { State = FactState.Counted, Reason = accepted.Remark },
        };

    private PersonId? PersonOf(Fact fact) =>
        Entities.OwnerOf(fact.Activity) is { } owner
        && world.Owners.TryGetValue((fact.Id.Connection, owner.ToLowerInvariant()), out var person)
            ? person
            : null;

    private static Fact Wait(Fact fact, string reason) => fact with { State = FactState.Quarantined, Reason = reason };
}
