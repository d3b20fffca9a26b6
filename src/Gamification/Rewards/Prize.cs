using Gamification.Goals;

namespace Gamification.Rewards;

/// <summary>One prize of one recipient: a reward of a grant.</summary>
/// <param name="Recipient">A person; or the team or organisation, where it is given once to all.</param>
/// <param name="Reward">Which reward of the tier, as grant lines name it: <c>prize</c>, <c>prize:2</c>.</param>
public readonly record struct PrizeId(GrantKey Grant, SubjectId Recipient, string Reward)
{
    /// <summary><c>{goal}/{subject}/{tier}/{period}/{recipient}/{reward}</c>.</summary>
    public override string ToString() => $"{Grant}/{Recipient}/{Reward}";
}

public enum PrizeState
{
    /// <summary>It has a price that was not paid yet.</summary>
    Offered,

    /// <summary>To be handed out.</summary>
    Pending,

    Fulfilled,
    Cancelled,
}

public enum PrizeAct
{
    Redeem,
    Fulfil,
    Cancel,

    /// <summary>What it rested on was taken back; no manager decided that.</summary>
    Withdraw,
}

/// <summary>What was done with a prize. Never edited; the coins of all steps of a person are part of their wallet.</summary>
/// <param name="Number">1, 2, 3 … of one prize.</param>
/// <param name="Coins">Less than 0 where it is paid, more where that is given back.</param>
/// <param name="Payer">Whose wallet; null where no coins move.</param>
/// <param name="By">A person's id, <c>api</c>, or <c>rules</c> where no one decided.</param>
public sealed record PrizeStep(
    PrizeId Prize,
    int Number,
    PrizeAct Act,
    long Coins,
    PersonId? Payer,
    NodaTime.Instant At,
    string By,
    string? Reason
);

/// <summary>A prize as it stands.</summary>
/// <param name="Name">As its goal promised it.</param>
/// <param name="Price">Coins; null for one that is given.</param>
/// <param name="IsGiven">Whether the grant line stands, or was taken back.</param>
/// <param name="Steps">In order.</param>
public sealed record Prize(PrizeId Id, string Name, long? Price, bool IsGiven, IReadOnlyList<PrizeStep> Steps)
{
    public const string Rules = "rules";

    public PrizeState State =>
        Last switch
        {
            PrizeAct.Fulfil => PrizeState.Fulfilled,
            PrizeAct.Cancel => PrizeState.Cancelled,
            _ when !IsGiven => PrizeState.Cancelled,
            PrizeAct.Redeem => PrizeState.Pending,
            _ => Price is null ? PrizeState.Pending : PrizeState.Offered,
        };

    /// <summary>It was handed out, and what it was given for was taken back afterwards.</summary>
    public bool IsFlagged => Last is PrizeAct.Fulfil && !IsGiven;

    /// <summary>What was paid and not given back.</summary>
    public long Paid => -Steps.Sum(step => step.Coins);

    private PrizeAct? Last => Steps.Count == 0 ? null : Steps[^1].Act;

    /// <summary>The person pays: for a prize of their own that is offered, never for more than there is.</summary>
    /// <param name="by">Null: the person themselves.</param>
    public PrizeStep Redeemed(PersonId payer, NodaTime.Instant at, string? by = null) =>
        Next(PrizeAct.Redeem, -Price!.Value, payer, at, by ?? payer.Value, reason: null);

    public PrizeStep Fulfilled(NodaTime.Instant at, string by, string? reason) => Next(PrizeAct.Fulfil, 0, payer: null, at, by, reason);

    /// <summary>What was paid comes back.</summary>
    public PrizeStep Cancelled(NodaTime.Instant at, string by, string? reason) => Next(PrizeAct.Cancel, Paid, PayerOfPaid, at, by, reason);

    /// <summary>What has to follow the grant line; null where nothing has: nothing was paid, or it was handed out.</summary>
    public PrizeStep? Withdrawn(NodaTime.Instant at) =>
        !IsGiven && Paid > 0 && Last is PrizeAct.Redeem
            ? Next(PrizeAct.Withdraw, Paid, PayerOfPaid, at, Rules, GrantReasons.Reversed)
            : null;

    private PersonId? PayerOfPaid => Paid > 0 ? Steps.Last(step => step.Payer is not null).Payer : null;

    private PrizeStep Next(PrizeAct act, long coins, PersonId? payer, NodaTime.Instant at, string by, string? reason) =>
        new(Id, Steps.Count + 1, act, coins, payer, at, by, reason);
}
