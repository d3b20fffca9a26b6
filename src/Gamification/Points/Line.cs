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

    /// <summary>Whether there is nothing to move: neither counts nor points.</summary>
    public bool IsEmpty => Measures.IsZero && Points == 0;

    public static Figures operator +(Figures a, Figures b) =>
        new(a.Measures + b.Measures, a.Candidate + b.Candidate, a.Points + b.Points, a.ReplySeconds);

    public static Figures operator -(Figures a, Figures b) =>
        new(a.Measures - b.Measures, a.Candidate - b.Candidate, a.Points - b.Points, a.ReplySeconds);
}

/// <summary>One ledger key while a group is played: what is posted under it and what should be.</summary>
internal sealed class Line(EntryKey key, Position position, EntityId entity, string? grouping, Person person)
{
    private int latest;
    private string reasonBefore = "";
    private Position posted = position;

    public EntryKey Key => key;

    /// <summary>Where its cause stands.</summary>
    public Position Position { get; private set; } = position;

    /// <summary>Where it stands in what is stored.</summary>
    public Position PostedAt => Posted.IsLive ? posted : Position;

    public EntityId Entity => entity;

    public string? Grouping { get; private set; } = grouping;

    public Person Person => person;

    /// <summary>The person's local day it is dated to.</summary>
    public LocalDate Day { get; } = person.DayOf(key.Dated);

    /// <summary>Whether its cause lies in the day it is dated to.</summary>
    public bool IsPositionedInDay => Position.Credited == key.Dated || person.DayOf(Position.Credited) == Day;

    public Figures Posted { get; private set; }

    /// <summary>How many revisions are posted.</summary>
    public int Revisions { get; private set; }

    public TeamId? Team { get; private set; }

    /// <summary>Dated into a closed period: what is posted stays.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>For badges only: it follows the facts whatever is closed, because no board rests on it.</summary>
    public bool IsPast { get; } = RuleNames.IsPast(key.Rule);

    /// <summary>What a correction settles: one of the past has no points, but says what they would be.</summary>
    public Figures Settled => IsPast ? Posted with { Points = Posted.Candidate } : Posted;

    public EffectKind Kind { get; private set; }

    public Figures Wanted { get; private set; }

    public string Reason { get; private set; } = "";

    public bool IsNew => Revisions == 0;

    /// <summary>Changed in what it counts or where it stands, whatever the limits make of it.</summary>
    public bool IsTouched =>
        Wanted.Measures != Posted.Measures
        || Wanted.Candidate != Posted.Candidate
        || Wanted.ReplySeconds != Posted.ReplySeconds
        || StandsElsewhere;

    /// <summary>A reopening moved its cause to another place in the order.</summary>
    public bool StandsElsewhere => Posted.IsLive && Wanted.IsLive && Position != posted;

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
            (latest, Reason, Team, posted, Position) = (entry.Revision + 1, entry.Reason, entry.Team, entry.Position, entry.Position);

        Revisions = latest;
        Kind = KindOf(key.Rule, Posted.Measures, Reason);
        Wanted = Posted;
    }

    public void Want(Effect effect)
    {
        (Kind, Grouping, Position) = (effect.Kind, effect.Grouping, effect.Position);
        Wanted = new(effect.Measures, effect.Candidate, Posted.Points, effect.ReplySeconds);
        if (IsPast)
            Reason = Reasons.Imported;
    }

    public void Want(Figures figures, EffectKind kind, string reason) => (Wanted, Kind, Reason) = (figures, kind, reason);

    public void Withdraw() => (Wanted, Reason, reasonBefore) = (default, Reasons.Superseded, Reason);

    /// <summary>The facts still say what is posted: takes a withdrawal back.</summary>
    public void Keep()
    {
        if (!Wanted.IsLive)
            (Wanted, Reason) = (Posted, reasonBefore);
    }

    /// <summary>The facts still say what is posted, at this place in the order.</summary>
    public void KeepAt(Position position)
    {
        Keep();
        Position = position;
    }

    public void WantCandidate(int candidate) => Wanted = Wanted with { Candidate = candidate };

    public void Score(long points, string reason) => (Wanted, Reason) = (Wanted with { Points = points }, reason);

    /// <summary>What changes in the person's counts and points, and where in the order.</summary>
    public void AddChanges(List<(Position At, Figures Figures)> changes)
    {
        if (StandsElsewhere)
            changes.AddRange([Gone, Come]);
        else if (Wanted - Posted is { IsEmpty: false } change)
            changes.Add((Position, change));
    }

    /// <summary>What leaves where it is posted.</summary>
    public (Position At, Figures Figures) Gone => (PostedAt, default(Figures) - Posted);

    /// <summary>What comes to where it should stand.</summary>
    public (Position At, Figures Figures) Come => (Position, Wanted);

    /// <summary>The rows that make what is posted what it should be. What moves to another team or place is taken back there first.</summary>
    public void Post(TeamId? team, int ruleVersion, List<Entry> entries)
    {
        if (!IsFrozen && !Posted.IsEmpty && !Wanted.IsEmpty && (Team != team || Position != posted))
        {
            entries.Add(Row(Revisions, posted, Team, default(Figures) - Posted, ruleVersion, Reasons.Moved));
            entries.Add(Row(Revisions + 1, Position, team, Wanted, ruleVersion, Reason));
        }
        else if (IsChanged)
            entries.Add(Row(Revisions, Position, Posted.IsEmpty ? team : Team, Wanted - Posted, ruleVersion, Reason));
    }

    private Entry Row(int revision, Position at, TeamId? team, Figures figures, int ruleVersion, string reason) =>
        new(
            key,
            revision,
            at,
            team,
            entity,
            Grouping,
            figures.Measures,
            figures.Candidate,
            figures.Points,
            figures.ReplySeconds,
            ruleVersion,
            reason
        );

    private static EffectKind KindOf(string rule, Measures measures, string reason) =>
        rule is RuleNames.Correction or RuleNames.PastCorrection || reason is Reasons.ReversalOfClosed ? EffectKind.Carried
        : measures.Quotes + measures.Deals + measures.Replies + measures.Active is var sign && sign > 0 ? EffectKind.Earn
        : sign < 0 ? EffectKind.Undo
        : EffectKind.Amount;
}
