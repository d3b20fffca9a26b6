using System.Runtime.InteropServices;
using Gamification.Activities;

namespace Gamification.Points;

/// <summary>
/// A day is active if, at its local end, it holds a measured reply, a quote not voided or a deal still won: an effect placed in that
/// day which nothing placed in that day takes back. The bonus hangs on the earliest such effect.
/// </summary>
internal static class ActiveDay
{
    /// <summary>The line the bonus hangs on; null when nothing of the day survives it.</summary>
    /// <param name="ordered">All lines of the day in order.</param>
    public static Line? HookOf(IReadOnlyList<Line> ordered)
    {
        var undone = Undone(ordered);
        Line? hook = null;
        foreach (var line in ordered)
            if (IsOf(line, EffectKind.Earn) && (undone is null || !TakesBack(undone, line)) && !line.IsFrozen)
                hook ??= line;

        return hook;
    }

    public static bool IsOf(Line line, EffectKind kind) => line.Kind == kind && line.IsPositionedInDay;

    /// <summary>Makes the bonus stand on the hook and nowhere else in the day.</summary>
    /// <param name="posted">Bonus lines of the day so far.</param>
    /// <returns>Whether the day is active.</returns>
    public static bool Hang(Book book, Line? hook, IReadOnlyList<Line> posted, int points)
    {
        var isClosed = posted.Any(line => line.IsFrozen && line.Posted.IsLive);
        foreach (var line in posted)
            if (!line.IsFrozen && line.Posted.IsLive)
                line.Withdraw();

        if (isClosed || hook is null)
            return isClosed;

        var bonus = book.At(hook.Key with { Rule = RuleNames.ActiveDay }, hook.Position, hook.Entity, null);
        if (bonus.Posted.IsLive && bonus.Posted.Points == points)
            bonus.Keep();
        else
            bonus.Want(new(new() { Active = 1 }, points, points, null), EffectKind.Earn, points == 0 ? Reasons.NoPoints : Reasons.Active);

        return true;
    }

    /// <summary>How often each entity is taken back in the day: its first effects went, the last ones stay.</summary>
    private static Dictionary<EntityId, int>? Undone(IReadOnlyList<Line> ordered)
    {
        Dictionary<EntityId, int>? undone = null;
        foreach (var line in ordered)
            if (IsOf(line, EffectKind.Undo))
                CollectionsMarshal.GetValueRefOrAddDefault(undone ??= [], line.Entity, out _)++;

        return undone;
    }

    private static bool TakesBack(Dictionary<EntityId, int> undone, Line line)
    {
        if (undone.GetValueOrDefault(line.Entity) is 0)
            return false;

        undone[line.Entity]--;
        return true;
    }
}
