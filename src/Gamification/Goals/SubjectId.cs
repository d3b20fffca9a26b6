namespace Gamification.Goals;

public enum SubjectKind
{
    Person,

    /// <summary>Everyone of a team for themselves: the goal of a team whose progress is kept person by person.</summary>
    Members,

    Team,
    Organisation,
}

/// <summary>
/// Whose counts a goal adds up, by its stored name: <c>person:{id}</c>, <c>members:{team}</c>, <c>team:{team}</c> or
/// <c>organisation</c>.
/// </summary>
public readonly record struct SubjectId(string Value)
{
    private const string PersonPrefix = "person:";
    private const string MembersPrefix = "members:";
    private const string TeamPrefix = "team:";

    public static SubjectId Organisation { get; } = new("organisation");

    public static SubjectId Of(PersonId person) => new($"{PersonPrefix}{person}");

    public static SubjectId OfTeam(TeamId team) => new($"{TeamPrefix}{team}");

    public static SubjectId MembersOf(TeamId team) => new($"{MembersPrefix}{team}");

    public SubjectKind Kind =>
        Person is not null ? SubjectKind.Person
        : this == Organisation ? SubjectKind.Organisation
        : Value.StartsWith(MembersPrefix, StringComparison.Ordinal) ? SubjectKind.Members
        : SubjectKind.Team;

    /// <summary>Whether what all bring is added up, and recipients share what is given.</summary>
    public bool IsCollective => Kind is SubjectKind.Team or SubjectKind.Organisation;

    /// <summary>Null when the subject is no person.</summary>
    public PersonId? Person => After(PersonPrefix) is { } id ? new PersonId(id) : null;

    /// <summary>The team of a team's or its members' goal.</summary>
    public TeamId? Team => (After(TeamPrefix) ?? After(MembersPrefix)) is { } id ? new TeamId(id) : null;

    public override string ToString() => Value;

    private string? After(string prefix) => Value.StartsWith(prefix, StringComparison.Ordinal) ? Value[prefix.Length..] : null;
}
