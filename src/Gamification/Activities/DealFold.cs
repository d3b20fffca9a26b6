using Gamification.Exchange;
using Gamification.Points;
using NodaTime;

namespace Gamification.Activities;

/// <summary>
/// A deal counts from the fact that made it won with an amount, for the person who owns it, until it is reopened, lost or deleted
/// or its amount falls to 0. Amount and owner are the last known. An amount in another currency is converted with the rate of the day it
/// was won, also where it changes later; a fact that needs a rate there is none of waits, and the deal is folded as if it had not come.
/// </summary>
internal sealed class DealFold(EntityId entity, FoldContext context) : EntityFold(entity, context)
{
    private readonly List<Share> shares = new(1);
    private readonly Dictionary<FactId, TakenRates> taken = [];
    private Status status;

    /// <summary>The last known amount as it was reported.</summary>
    private Money stated = Money.Of(0, context.Currency);

    /// <summary>The same in the organisation's currency while the deal is won.</summary>
    private long amount;

    /// <summary>The fact that made it won.</summary>
    private Fact? win;
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

    /// <summary>A win needs the rate of its own day, a later amount that of the win.</summary>
    protected override string? WaitsFor(Fact fact)
    {
        var isWin = fact.Activity is Activity.DealClosed { Won: true };
        var needs =
            status is Status.Won && (isWin || fact.Activity is Activity.DealAmountChanged) ? win
            : isWin ? fact
            : null;
        return needs is null || Converted(needs, AmountOf(fact) ?? stated) is not null ? null : FactReasons.NoRate;
    }

    protected override Fact Kept(Fact fact) =>
        taken.TryGetValue(fact.Id, out var rates) && rates != fact.Rates ? fact with { Rates = rates } : fact;

    protected override bool Step(Fact fact) =>
        fact.Activity switch
        {
            Activity.DealClosed { Won: true } => Win(fact),
            Activity.DealClosed => End(fact, Status.Lost, isFirstWord: true),
            Activity.DealReopened => End(fact, Status.Open, isFirstWord: false),
            Activity.DealDeleted => End(fact, Status.Deleted, isFirstWord: false),
            Activity.DealAmountChanged => ChangeAmount(fact, AmountOf(fact) ?? stated),
            _ => ChangeOwner(fact),
        };

    private bool Win(Fact fact)
    {
        var wasWon = status is Status.Won;
        (status, win, wonAt) = (Status.Won, wasWon ? win : fact, wasWon ? wonAt : fact.Occurred);
        var isNewOwner = ChangeOwner(fact);
        var isNewAmount = ChangeAmount(fact, AmountOf(fact) ?? stated);
        if (amount == 0)
            Leave(FactReasons.NoAmount);
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

    private bool ChangeAmount(Fact fact, Money to)
    {
        var isNew = to != stated;
        stated = to;
        if (status is not Status.Won)
            return isNew;

        var converted = Take(win!, to);
        var difference = converted - amount;
        amount = converted;
        if (holder is null)
            Start(fact);
        else if (amount == 0)
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

    /// <summary>The amount in the organisation's currency; from now on the win has this rate.</summary>
    private long Take(Fact win, Money money)
    {
        if (NeedsRate(money) && RateOf(win, money.Currency) is { } rate && RatesOf(win).Of(money.Currency) is null)
            taken[win.Id] = RatesOf(win).With(money.Currency, rate);

        return Converted(win, money) ?? 0;
    }

    private long? Converted(Fact win, Money money) =>
        NeedsRate(money) ? RateOf(win, money.Currency)?.Convert(money, Context.Currency) : money.MinorUnits;

    private bool NeedsRate(Money money) => money.Currency != Context.Currency;

    private Rate? RateOf(Fact win, string currency) => RatesOf(win).Of(currency) ?? Context.RateOn(currency, win.Occurred);

    private TakenRates RatesOf(Fact win) => taken.GetValueOrDefault(win.Id, win.Rates);

    /// <summary>Nothing is nothing in every currency.</summary>
    private Money? AmountOf(Fact fact) =>
        Entities.AmountOf(fact.Activity) is { } money
            ? money.MinorUnits == 0
                ? Money.Of(0, Context.Currency)
                : money
            : null;

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

    private int Candidate(Share share) =>
        share.Measures.Deals == 0 ? 0 : share.Measures.Deals * Context.PointsFor(share.Person, share.Dated).Deal;

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
