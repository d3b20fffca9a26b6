using Gamification.Activities;
using Gamification.Points;
using Gamification.Time;

namespace Gamification.Verifying;

/// <summary>Looks at the quotes of one deal together: of each local day the earliest has the deal's place.</summary>
public static class DealVerification
{
    /// <param name="world">With all lines of all the deal's quotes, under <see cref="World.Groupings"/>.</param>
    /// <returns>The quotes whose candidate is not what their deal's day gives.</returns>
    public static IReadOnlyList<EntityId> Of(EntityId deal, World world)
    {
        var book = new Book(world, new Closes(world.Closed));
        var quotes = world.Groupings[deal];
        foreach (var quote in quotes)
            book.Open(quote);

        DealDays.Assign(book, world, quotes.ToHashSet());
        return [.. book.Lines.Where(line => line.Wanted.Candidate != line.Posted.Candidate).Select(line => line.Entity).Distinct()];
    }
}
