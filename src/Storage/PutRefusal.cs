using Gamification;
using Gamification.People;

namespace Storage;

/// <summary>Why a person or a link is not stored.</summary>
/// <param name="Field">The JSON pointer of the offending member.</param>
public abstract record PutRefusal(string Field)
{
    public sealed record EmailTaken(string Email, PersonId By) : PutRefusal("/email");

    public sealed record IdentityTaken(string Field, Identity Identity, PersonId By) : PutRefusal(Field);

    public sealed record NoTeam(string Field, TeamId Team) : PutRefusal(Field);

    /// <summary>A membership that ends before it starts.</summary>
    public sealed record EndsTooEarly(string Field) : PutRefusal(Field);

    /// <summary>Two teams at a time.</summary>
    public sealed record Overlaps(string Field) : PutRefusal(Field);

    /// <summary>Nobody to link to.</summary>
    public sealed record NoPerson(PersonId Person) : PutRefusal("/person");

    public sealed record Linked(Identity Identity, PersonId To) : PutRefusal("/person");

    /// <summary>The person was taken away while somebody changed them.</summary>
    public sealed record Gone() : PutRefusal("");
}
