using Gamification.Activities;
using NodaTime;

namespace Gamification.Points;

/// <summary>
/// A deal's quotes score once a local day, whoever sent them: of each date the earliest quote has the deal's place, the others
/// bring no candidate.
/// </summary>
internal static class DealDays
{
    /// <param name="again">Quotes whose deals deal out their places anew.</param>
    public static void Assign(Book book, World world, IReadOnlySet<EntityId> again)
    {
        foreach (var quotes in Touched(book, world, again).Values)
        {
            var places = Places(quotes);
            foreach (var line in quotes)
                if (line is { IsFrozen: false, Kind: EffectKind.Earn })
                    line.WantCandidate(places[line.Day].Entity == line.Entity ? world.Rules.Points.On(line.Day).Rules.Quote : 0);
        }

        foreach (var line in book.Lines)
            if (line is { IsFrozen: false, Kind: EffectKind.Undo, Wanted.IsLive: true, Key.Rule: RuleNames.Quote })
                line.WantCandidate(-CandidateOf(book, line));
    }

    /// <summary>The quotes of each deal in which one came, went or moved. A void alone leaves the places as they are.</summary>
    private static Dictionary<string, List<Line>> Touched(Book book, World world, IReadOnlySet<EntityId> again)
    {
        var groupings = new Dictionary<string, List<Line>>(StringComparer.Ordinal);
        foreach (var line in book.Lines)
            if (
                line is { Kind: EffectKind.Earn, Key.Rule: RuleNames.Quote, Grouping: { } grouping }
                && (line.IsTouched || again.Contains(line.Entity))
            )
                groupings.TryAdd(grouping, []);

        foreach (var grouping in groupings.Keys)
            if (world.Groupings.TryGetValue(new(grouping), out var quotes))
                foreach (var quote in quotes)
                    book.Open(quote);

        foreach (var line in book.Lines)
            if (line is { Kind: EffectKind.Earn, Key.Rule: RuleNames.Quote, Grouping: { } grouping, Wanted.IsLive: true })
                groupings.GetValueOrDefault(grouping)?.Add(line);

        return groupings;
    }

    private static Dictionary<LocalDate, Line> Places(List<Line> quotes)
    {
        var places = new Dictionary<LocalDate, Line>();
        foreach (var line in quotes)
            if (!places.TryGetValue(line.Day, out var first) || line.Position < first.Position)
                places[line.Day] = line;

        return places;
    }

    /// <summary>What the quote taken back brings to the limits.</summary>
    private static int CandidateOf(Book book, Line undo)
    {
        foreach (var line in book.LinesOf(undo.Entity))
            if (
                line is { Kind: EffectKind.Earn, Key.Rule: RuleNames.Quote, Wanted.IsLive: true }
                && line.Key.Person == undo.Key.Person
                && line.Key.Dated == undo.Key.Dated
            )
                return line.Wanted.Candidate;

        return 0;
    }
}
