using Gamification.Activities;
using Gamification.People;
using NodaTime;

namespace Gamification.Points;

/// <summary>The figures of a ledger key: the sum of its revisions, or what that sum should be.</summary>
/// <param name="ReplySeconds">No sum: the latest revision says.</param>
internal readonly record struct Figures(Measures Measures, int Candidate, long Points, int? ReplySeconds)
{
    /// <summary>Whether the key counts at all. A line without measures is one that was withdrawn.</summary>
    public bool IsLive => !Measures.IsZero;
}

/// <summary>One ledger key while a group is played: what is posted under it and what should be.</summary>
internal sealed class Line(EntryKey key, Position position, EntityId entity, string? grouping, Person person)
{
    private int latest;
    private string reasonBefore = "";

    public EntryKey Key => key;

    public Position Position => position;

    public EntityId Entity => entity;

    public string? Grouping { get; private set; } = grouping;

    public Person Person => person;

    /// <summary>The person's local day it is dated to.</summary>
    public LocalDate Day { get; } = person.DayOf(key.Dated);

    /// <summary>Whether its cause lies in the day it is dated to.</summary>
    public bool IsPositionedInDay => position.Credited == key.Dated || person.DayOf(position.Credited) == Day;

    public Figures Posted { get; private set; }

    /// <summary>How many revisions are posted.</summary>
    public int Revisions { get; private set; }

    public TeamId? Team { get; private set; }

    /// <summary>Dated into a closed period: what is posted stays.</summary>
    public bool IsFrozen { get; init; }

    public EffectKind Kind { get; private set; }

    public Figures Wanted { get; private set; }

    public string Reason { get; private set; } = "";

    public bool IsNew => Revisions == 0;

    /// <summary>Changed in what it counts, whatever the limits make of it.</summary>
    public bool IsTouched =>
        Wanted.Measures != Posted.Measures || Wanted.Candidate != Posted.Candidate || Wanted.ReplySeconds != Posted.ReplySeconds;

    public bool IsChanged => Wanted != Posted;

    /// <summary>Adds a stored revision. The latest names reason and seconds; they come in any order.</summary>
    public void Load(Entry entry)
    {
        var isLatest = entry.Revision + 1 > latest;
        Posted = new(
            Posted.Measures + entry.Measures,
            Posted.Candidate + entry.Candidate,
            Posted.Points + entry.Points,
            isLatest ? entry.ReplySeconds : Posted.ReplySeconds
        );
        if (isLatest)
            (latest, Reason, Team) = (entry.Revision + 1, entry.Reason, entry.Team);

        Revisions = latest;
        Kind = KindOf(key.Rule, Posted.Measures, Reason);
        Wanted = Posted;
    }

    public void Want(Effect effect)
    {
        (Kind, Grouping) = (effect.Kind, effect.Grouping);
        Wanted = new(effect.Measures, effect.Candidate, Posted.Points, effect.ReplySeconds);
    }

    public void Want(Figures figures, EffectKind kind, string reason) => (Wanted, Kind, Reason) = (figures, kind, reason);

    public void Withdraw() => (Wanted, Reason, reasonBefore) = (default, Reasons.Superseded, Reason);

    /// <summary>The facts still say what is posted: takes a withdrawal back.</summary>
    public void Keep()
    {
        if (!Wanted.IsLive)
            (Wanted, Reason) = (Posted, reasonBefore);
    }

    public void WantCandidate(int candidate) => Wanted = Wanted with { Candidate = candidate };

    public void Score(long points, string reason) => (Wanted, Reason) = (Wanted with { Points = points }, reason);

    /// <summary>The row that makes what is posted what it should be.</summary>
    public Entry Difference(TeamId? team, int ruleVersion) =>
        new(
            key,
            Revisions,
            position,
            IsNew ? team : Team,
            entity,
            Grouping,
            Wanted.Measures - Posted.Measures,
            Wanted.Candidate - Posted.Candidate,
            Wanted.Points - Posted.Points,
            Wanted.ReplySeconds,
            ruleVersion,
            Reason
        );

    private static EffectKind KindOf(string rule, Measures measures, string reason) =>
        rule is RuleNames.Correction || reason is Reasons.ReversalOfClosed ? EffectKind.Carried
        : measures.Quotes + measures.Deals + measures.Replies + measures.Active is var sign && sign > 0 ? EffectKind.Earn
        : sign < 0 ? EffectKind.Undo
        : EffectKind.Amount;
}
