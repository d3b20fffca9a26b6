using System.Text.Json;
using Gamification;
using NodaTime;
using Storage;

namespace Bot.Goals;

/// <summary>What was done with a goal since somebody read it, from the audit.</summary>
internal static class GoalNotes
{
    /// <summary>Changes that are looked at; who read it before all of them is told these.</summary>
    public const int Most = 50;

    private const string Version = "version";

    /// <param name="read">The revision that was read.</param>
    /// <param name="newest">Audit rows about the goal, the newest first.</param>
    public static IReadOnlyList<GoalChangeNote> Since(int read, IReadOnlyList<AuditRecord> newest) =>
        [
            .. newest
                .Where(row => VersionOf(row.After) > read)
                .Reverse()
                .Select(row => new GoalChangeNote(row.By, row.At, FieldsOf(row), row.Reason)),
        ];

    private static int VersionOf(string? text)
    {
        using var goal = text is null ? null : JsonDocument.Parse(text);
        return goal is { RootElement.ValueKind: JsonValueKind.Object } && goal.RootElement.TryGetProperty(Version, out var version)
            ? version.GetInt32()
            : 0;
    }

    private static IReadOnlyList<string> FieldsOf(AuditRecord row)
    {
        var (before, after) = (MembersOf(row.Before), MembersOf(row.After));
        return
        [
            .. before
                .Keys.Union(after.Keys)
                .Where(name => name != Version && before.GetValueOrDefault(name) != after.GetValueOrDefault(name))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, string> MembersOf(string? text)
    {
        using var goal = JsonDocument.Parse(text ?? "{}");
        return goal.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetRawText());
    }
}
