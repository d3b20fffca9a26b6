using Gamification.People;
using NodaTime;

namespace Gamification.Goals;

/// <summary>Everybody who is or was a member of a team, or is in the organisation.</summary>
internal sealed class Roster(World world, SubjectId subject)
{
    private readonly List<Person> people =
    [
        .. world.Rosters[subject].Select(person => world.People[person]).OrderBy(person => person.Id.Value, StringComparer.Ordinal),
    ];

    /// <summary>The active members at an instant.</summary>
    public IReadOnlyList<Person> MembersAt(Instant instant) =>
        people.FindAll(person => person.IsActiveAt(instant) && IsMember(person, instant));

    private bool IsMember(Person person, Instant instant) =>
        subject.Team is not { } team || person.TeamOn(world.Organisation.DayOf(instant)) == team;
}
