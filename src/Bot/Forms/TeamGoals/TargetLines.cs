using System.Globalization;
using Bot.Commands;
using Gamification;
using Gamification.Goals;
using Storage;

namespace Bot.Forms.TeamGoals;

/// <summary>Targets of single people, one a line: <c>ana@example.com = 12,000</c>.</summary>
internal static class TargetLines
{
    /// <summary>Lines that name nobody, several, or no number stand as errors at the field.</summary>
    public static IReadOnlyDictionary<string, decimal> Read(
        FormReading values,
        string field,
        Metric metric,
        IReadOnlyList<PersonView> people,
        Organisation organisation
    )
    {
        var targets = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (line, i) in values.Lines(field).Select((line, i) => (line, i)))
        {
            var problem = line.Split(['=', ':'], 2) is [var name, var typed]
                ? Add(targets, name, typed, metric, people, values, organisation)
                : values.Say($"Write “name = target”.");
            if (problem is not null)
                values.Wrong(field, values.Say($"Line {i + 1}: {problem}"));
        }

        return targets;
    }

    public static string Show(IReadOnlyDictionary<string, decimal> targets, IReadOnlyList<PersonView> people, CultureInfo locale) =>
        string.Join('\n', targets.Select(target => $"{NameOf(target.Key, people)} = {TypedNumber.Show(target.Value, locale)}"));

    private static string? Add(
        Dictionary<string, decimal> targets,
        string name,
        string typed,
        Metric metric,
        IReadOnlyList<PersonView> people,
        FormReading values,
        Organisation organisation
    )
    {
        var found = PersonSearch.Among(people, name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var (amount, problem) = PlanAmount.Parse(typed, metric, values.Locale, organisation);
        if (found is not [var person])
            return found.Count == 0
                ? values.Say($"nobody of yours is called so. Write an email.")
                : values.Say($"this names several people. Write an email.");
        if (amount is not { } target)
            return problem;

        return targets.TryAdd(person.Id.Value, target)
            ? null
            : values.Say($"this person has a target above already. Leave one of the two out.");
    }

    private static string NameOf(string id, IReadOnlyList<PersonView> people) =>
        people.FirstOrDefault(person => person.Id.Value == id) is { Email.Length: > 0 } person ? person.Email : id;
}
