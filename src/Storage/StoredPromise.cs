using System.Globalization;
using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.Rewards;

namespace Storage;

/// <summary>
/// How the progress of a manager's goal keeps its tiers, its unlock, what its accelerator paid and what members brought: packed in one
/// column, because only the goal itself ever asks for them.
/// </summary>
internal static class StoredPromise
{
    private const int PartsOfPosition = 4;
    private static readonly TierKind[] Kinds = Enum.GetValues<TierKind>();

    /// <summary>Null where there is nothing to keep.</summary>
    public static string? Text(GoalProgress progress) =>
        IsPlain(progress)
            ? null
            : Packed.Of([
                .. Kinds.SelectMany(kind => Texts(progress.Tiers[kind].Since).Concat(Texts(progress.Tiers[kind].Reached))),
                .. Texts(progress.Unlocked),
                Text(progress.Gate),
                Text(progress.Extra),
                Text(progress.Paid),
                Text(progress.CoinLines),
                .. progress.Members.All.SelectMany(member => new[] { member.Key.Value, Text(member.Value) }),
            ]);

    public static GoalProgress Read(GoalProgress plain, string? text)
    {
        if (text is null)
            return plain;

        var parts = new Queue<string>(Packed.Parse(text));
        var tiers = TierMarks.None;
        foreach (var kind in Kinds)
            tiers = tiers.With(kind, new(PositionOf(parts), PositionOf(parts)));

        return plain with
        {
            Tiers = tiers,
            Unlocked = PositionOf(parts),
            Gate = Number(parts.Dequeue()),
            Extra = Number(parts.Dequeue()),
            Paid = Number(parts.Dequeue()),
            CoinLines = (int)Number(parts.Dequeue()),
            Members = MemberSums.Of(parts.Chunk(2).Select(member => KeyValuePair.Create(new PersonId(member[0]), Number(member[1])))),
        };
    }

    private static bool IsPlain(GoalProgress progress) =>
        progress is { Unlocked: null, Gate: 0, Extra: 0, Paid: 0, CoinLines: 0 }
        && progress.Tiers == TierMarks.None
        && progress.Members.Equals(MemberSums.None);

    private static string[] Texts(Position? position) =>
        position is { } at
            ? [Text(Stored.Micros(at.Credited)), Text(Stored.Micros(at.Occurred)), at.Fact.Connection, at.Fact.ExternalId]
            : ["", "", "", ""];

    private static Position? PositionOf(Queue<string> parts)
    {
        var position = Enumerable.Range(0, PartsOfPosition).Select(_ => parts.Dequeue()).ToArray();
        return position[0].Length == 0
            ? null
            : new(Stored.Instant(Number(position[0])), Stored.Instant(Number(position[1])), new(position[2], position[3]));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
