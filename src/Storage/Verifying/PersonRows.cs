using Gamification;
using Gamification.Activities;
using Gamification.Points;
using Gamification.Verifying;

namespace Storage.Verifying;

/// <summary>All of one person: the entities that are theirs, and their lines, days, tallies and badges.</summary>
/// <param name="Home">
/// The entities looked at with this person. One that several people share is looked at with the first of them, so that it is looked at once.
/// </param>
internal sealed record PersonRows(PersonId Person, World World, IReadOnlyCollection<EntityId> Home, IReadOnlyList<Tally> Tallies)
{
    public int Count => World.Facts.Values.Sum(facts => facts.Count) + World.Histories[Person].Count;

    public Verified Compare()
    {
        var entities = new EntityVerification(World);
        var differences = new List<Difference>();
        var wrong = new HashSet<EntityId>();
        foreach (var entity in Home)
            if (entities.Of(entity) is { Count: > 0 } found)
            {
                differences.AddRange(found);
                wrong.Add(entity);
            }

        differences.AddRange(new PersonVerification(World, Person, Tallies).Run());
        return differences.Count == 0 ? Verified.Nothing(Count) : Differing(differences, wrong);
    }

    private Verified Differing(List<Difference> differences, HashSet<EntityId> wrong)
    {
        var again = new Recount(wrong, World.DayEntries.Keys.ToHashSet(), new HashSet<PersonId> { Person })
        {
            Goals = World.GoalProgress.Keys.ToHashSet(),
        };
        return new(Count, differences, again, [Person]) { Mended = Mended(again) };
    }

    /// <summary>A day that nothing is left of and that has no row needs none.</summary>
    private bool IsSomething(DayState day) =>
        day.Last.Fact.ExternalId.Length > 0 || World.Days.GetValueOrDefault(new(day.Person, day.Date)) is not null;

    /// <summary>The lines that are missing and the tallies with them; null where other people's days have to be seen for it.</summary>
    private IReadOnlyList<Outcome.Decided> Mended(Recount again) =>
        Engine.Recount(again, World) is Outcome.Decided decided
            ?
            [
                decided with
                {
                    Days = [.. decided.Days.Where(IsSomething)],
                    Tallies = PersonVerification.MissingTallies(
                        World.Organisation,
                        [.. World.Histories[Person], .. decided.Entries],
                        Tallies
                    ),
                },
            ]
            : [];
}
