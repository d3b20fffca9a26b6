using System.Globalization;
using Gamification.Activities;
using Gamification.Goals;

namespace Gamification.Announcements;

/// <summary>Who hears of a personal goal: its owner, once that it is completed and once that it is open again, in each period.</summary>
internal static class GoalAnnouncements
{
    public const string Completed = AnnouncementKinds.GoalCompleted;

    /// <summary>Back below its target before the period was closed.</summary>
    public const string Reopened = AnnouncementKinds.GoalReopened;

    public static IEnumerable<Announcement> Of(IReadOnlyList<GoalMove> moves, World world)
    {
        foreach (var move in moves)
            if (move.Goal.Owner is { } owner && move.IsCompleted)
                yield return Of(move, Completed, "", owner, move.After.Crossed, world);
            else if (move.Goal.Owner is { } reader && move.IsReopened)
                yield return Of(move, Reopened, ":reopened", reader, move.Cause, world);
    }

    /// <summary>It goes out with all that the same activity caused; with its period's where no activity did.</summary>
    private static Announcement Of(GoalMove move, string kind, string what, PersonId owner, Position? at, World world) =>
        new(
            kind,
            $"goal:{move.Goal.Id}:{move.Period.Key}{what}",
            new Recipient.Person(owner),
            at is { } cause ? $"fact:{cause.Fact.Connection}:{cause.Fact.ExternalId}" : $"goals:{move.Period.Key}",
            at,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["goal"] = move.Goal.Id.Value,
                ["type"] = move.Goal.Type.Name,
                ["person"] = owner.Value,
                ["period"] = move.Period.Key.Value,
                ["target"] = Text(move.Target),
                ["actual"] = Text(move.After.Actual),
                ["currency"] = world.Organisation.Currency,
            }
        );

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
