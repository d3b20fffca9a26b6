namespace Gamification.Goals;

/// <summary>Whose counts a goal adds up, by its stored name: <c>person:{id}</c>.</summary>
public readonly record struct SubjectId(string Value)
{
    private const string OfPerson = "person:";

    public static SubjectId Of(PersonId person) => new($"{OfPerson}{person}");

    /// <summary>Null when the subject is no person.</summary>
    public PersonId? Person => Value.StartsWith(OfPerson, StringComparison.Ordinal) ? new PersonId(Value[OfPerson.Length..]) : null;

    public override string ToString() => Value;
}
