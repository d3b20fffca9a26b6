using System.Globalization;
using Gamification;
using Gamification.Goals;

namespace Bot.Forms;

/// <summary>
/// What the form of a goal is about: <c>new</c>, <c>new:quotes</c>, or a goal with the revision that was seen and a target to propose,
/// <c>own-1:3:11</c>.
/// </summary>
/// <param name="Id">Null for a new goal.</param>
/// <param name="Type">Proposed for a new one.</param>
/// <param name="Revision">Null before the form was opened.</param>
/// <param name="Proposed">As it is kept: quotes, minor units, seconds, days.</param>
internal sealed record GoalAbout(GoalId? Id, GoalType? Type, int? Revision, long? Proposed)
{
    private const string New = "new";

    /// <summary>Null when it is none of ours.</summary>
    public static GoalAbout? Parse(string state) =>
        state.Split(':') switch
        {
            [New] => new(null, null, null, null),
            [New, var type] => new(null, GoalType.ParsePersonal(type), null, null),
            [{ Length: > 0 } id, .. var rest] when rest.Length <= 2 => new(
                new(id),
                null,
                Whole(rest.ElementAtOrDefault(0)),
                Number(rest.ElementAtOrDefault(1))
            ),
            _ => null,
        };

    public override string ToString() =>
        Id is { } id ? string.Create(CultureInfo.InvariantCulture, $"{id}:{Revision}:{Proposed}").TrimEnd(':')
        : Type is { } type ? $"{New}:{type.Name}"
        : New;

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
