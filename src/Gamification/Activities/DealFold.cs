using Gamification.Points;
using NodaTime;

namespace Gamification.Activities;

/// <summary>
/// A deal counts from the fact that made it won with an amount, for the person who owns it, until it is reopened, lost or deleted
/// or its amount falls to 0. Amount and owner are the last known.
/// </summary>
internal sealed class DealFold(EntityId entity, FoldContext context) : EntityFold(entity, context)
{
    private readonly List<Share> shares = [];
    private Status status;
    private long amount;
    private PersonId? owner;

    /// <summary>The person it counts for: the owner, or the one before where a closed period keeps them.</summary>
    private PersonId? holder;
    private Instant won;

    /// <summary>Won in the past that was imported: it stays there, with the owner it had.</summary>
    private bool isPast;

    /// <summary>When it became won, whenever it got its amount.</summary>
    private Instant wonAt;

    private enum Status
    {
        Unknown,
        Open,
        Won,
        Lost,
        Deleted,
    }

    protected override bool Step(Fact fact) =>
        fact.Activity switch
        {
            Activity.DealClosed { Won: true } => Win(fact),
            Activity.DealClosed => End(fact, Status.Lost, isFirstWord: true),
            Activity.DealReopened => End(fact, Status.Open, isFirstWord: false),
            Activity.DealDeleted => End(fact, Status.Deleted, isFirstWord: false),
            Activity.DealAmountChanged => ChangeAmount(fact, fact.Amount ?? 0),
            _ => ChangeOwner(fact),
        };

    private bool Win(Fact fact)
    {
        var wasWon = status is Status.Won;
        status = Status.Won;
        wonAt = wasWon ? wonAt : fact.Occurred;
        var isNewOwner = ChangeOwner(fact);
        var isNewAmount = ChangeAmount(fact, fact.Amount ?? amount);
        return !wasWon || isNewOwner || isNewAmount;
    }

    private bool End(Fact fact, Status to, bool isFirstWord)
    {
        if (status is Status.Unknown && !isFirstWord)
            return true;

        var isNew = status != to;
        status = to;
        TakeBack(fact);
        return isNew;
    }

    private bool ChangeAmount(Fact fact, long to)
    {
        var isNew = to != amount;
        var difference = to - amount;
        amount = to;
        if (status is not Status.Won)
            return isNew;

        if (holder is null)
            Start(fact);
        else if (to == 0)
            TakeBack(fact);
        else if (difference != 0)
            Post(
                fact,
                EffectKind.Amount,
                new(holder.Value, DateOf(fact), new() { Revenue = difference }) { IsPast = isPast || fact.IsPast }
            );

        return isNew;
    }

    private Instant DateOf(Fact change) => isPast || change.IsPast ? won : Context.DateFor(won, change);

    private void Start(Fact fact)
    {
        if (amount == 0 || owner is not { } person)
            return;

        (holder, won, isPast) = (person, fact.Credited, fact.IsPast);
        var measures = new Measures
        {
            Deals = 1,
            Revenue = amount,
            Sprints = Context.IsSprint(Entity, wonAt) ? 1 : 0,
        };
        Post(fact, EffectKind.Earn, new(person, fact.Credited, measures) { IsPast = isPast });
    }

    private bool ChangeOwner(Fact fact)
    {
        var isNew = fact.Person != owner;
        owner = fact.Person;
        if (holder is { } from && owner is { } to && from != to && !isPast && !fact.IsPast && Context.IsOpenFor(won, fact))
            Move(fact, from, to);

        return isNew;
    }

    /// <summary>Only while the win is open: a closed period keeps the person it had.</summary>
    private void Move(Fact fact, PersonId from, PersonId to)
    {
        holder = to;
        foreach (var share in shares.ToArray())
            if (share.Person == from && !share.IsPast && Context.IsOpenFor(share.Dated, fact))
            {
                Post(fact, KindOf(share, EffectKind.Undo), share.Back);
                Post(fact, KindOf(share, EffectKind.Earn), share with { Person = to });
            }
    }

    private void TakeBack(Fact fact)
    {
        holder = null;
        foreach (var share in shares)
            if (share.IsPast || fact.IsPast)
                AddPast(fact, KindOf(share, EffectKind.Undo), share.Back);
            else if (Context.IsOpenFor(share.Dated, fact))
                Add(fact, KindOf(share, EffectKind.Undo), RuleNames.Deal, share.Back, Candidate(share.Back));
            else
                Add(
                    fact,
                    EffectKind.Carried,
                    RuleNames.Deal,
                    share.Back with
                    {
                        Dated = fact.Credited,
                    },
                    -Context.PostedPoints(Entity, share.Person, share.Dated)
                );

        shares.Clear();
    }

    private static EffectKind KindOf(Share share, EffectKind kind) => share.Measures.Deals == 0 ? EffectKind.Amount : kind;

    private int Candidate(Share share) => share.Measures.Deals * Context.Points.Deal;

    private void Post(Fact fact, EffectKind kind, Share share)
    {
        if (share.IsPast)
            AddPast(fact, kind, share);
        else
            Add(fact, kind, RuleNames.Deal, share, Candidate(share));
        var index = shares.FindIndex(known => (known.Person, known.Dated, known.IsPast) == (share.Person, share.Dated, share.IsPast));
        if (index < 0)
            shares.Add(share);
        else
            shares[index] = share with { Measures = shares[index].Measures + share.Measures };
    }
}
