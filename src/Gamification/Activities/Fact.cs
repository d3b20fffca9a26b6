using Gamification.Exchange;
using NodaTime;

namespace Gamification.Activities;

/// <summary>An activity as it came off the wire, before anything was decided about it.</summary>
/// <param name="Body">The raw JSON as received, kept so that a difference on a repeated identity can be shown.</param>
public sealed record Reported(FactId Id, Activity Activity, Instant Occurred, Instant Received, string Body)
{
    public FactSource Source { get; init; }
}

/// <summary>How an activity came to us.</summary>
public enum FactSource
{
    Wire,

    /// <summary>From a file of past activities: of any age, credited when it occurred, whatever is closed.</summary>
    Import,

    /// <summary>Imported into a period that was closed: a part of the past that only badges count. It stays that when the period is reopened.</summary>
    Past,
}

/// <summary>What became of a reported activity.</summary>
public enum FactState
{
    /// <summary>Takes part in the state of its deal, quote or conversation.</summary>
    Counted,

    /// <summary>Another fact of the same entity overwrote what this one said.</summary>
    Superseded,

    /// <summary>Waits for a person, a rate or a manager's word; <see cref="Fact.Reason"/> says for which.</summary>
    Quarantined,

    /// <summary>Stored and shown, scores nothing.</summary>
    Listed,
}

/// <summary>A stored activity with what was fixed at its acceptance.</summary>
/// <param name="Person">Who the owner is; null where the kind names no owner or while the owner is unknown.</param>
/// <param name="Amount">Minor units of the organisation's currency; null where there is no amount in it.</param>
/// <param name="Credited">The instant that decides day, period, limit, threshold and membership.</param>
/// <param name="Accepted">The number of the commit that took it; a period closed by an earlier commit was closed for it.</param>
/// <param name="Reason">A stable code, for example <c>unknown-owner</c>; null when counted without remark.</param>
/// <param name="ClaimedOccurred">What the CRM claimed where it lay too far in the future.</param>
public sealed record Fact(
    FactId Id,
    Activity Activity,
    PersonId? Person,
    long? Amount,
    Instant Occurred,
    Instant Received,
    Instant Credited,
    long Accepted,
    FactState State,
    string? Reason,
    Instant? ClaimedOccurred,
    string Body
)
{
    public FactSource Source { get; init; }

    public bool IsPast => Source is FactSource.Past;

    /// <summary>Of a win: what amounts of its deal in other currencies are converted with.</summary>
    public TakenRates Rates { get; init; }

    public Position Position => new(Credited, Occurred, Id);

    public EntityId Entity { get; } = Entities.Of(Id, Activity);

    /// <summary>What is remarkable about its instants; null when nothing is.</summary>
    internal string? Remark =>
        ClaimedOccurred is not null ? FactReasons.Ahead
        : IsPast ? FactReasons.Imported
        : Credited != Occurred ? FactReasons.Late
        : null;

    /// <summary>The fact as if its periods had been open when it came: a reopening moves it back there.</summary>
    public Fact InTime() =>
        this with
        {
            Credited = Occurred,
            State = FactState.Counted,
            Reason = ClaimedOccurred is null ? null : FactReasons.Ahead,
        };
}
