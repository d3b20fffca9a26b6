using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gamification.Goals;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage.Writing;

/// <summary>
/// What one close kept, as one SHA-256 in lower-case hexadecimal: over the ranks of its boards by board and person, then its goals by
/// goal and subject, in ordinal order. A rank is board, person, rank, points, revenue, deals, quotes and replies; a goal is goal,
/// subject, state, actual, target, attainment, replies and the instants of its three tiers; in invariant digits and microseconds, with
/// U+001F between fields and U+001E behind each.
/// </summary>
internal sealed class SnapshotHash(GameContext db)
{
    public async Task<string> OfAsync(PeriodKey period, int version, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in await RanksAsync(period, version, ct))
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        foreach (var goal in await GoalsAsync(db, period, version, ct))
            hash.AppendData(Encoding.UTF8.GetBytes(Text(goal)));

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The goals of a close, by goal and subject.</summary>
    public static async Task<IReadOnlyList<GoalSnapshotRow>> GoalsAsync(
        GameContext db,
        PeriodKey period,
        int version,
        CancellationToken ct
    ) =>
        [
            .. (await db.GoalSnapshots.AsNoTracking().Where(row => row.Period == period && row.Version == version).ToListAsync(ct))
                .OrderBy(row => row.Goal.Value, StringComparer.Ordinal)
                .ThenBy(row => row.Subject.Value, StringComparer.Ordinal),
        ];

    private async Task<IEnumerable<string>> RanksAsync(PeriodKey period, int version, CancellationToken ct) =>
        (await db.Snapshots.AsNoTracking().Where(row => row.Period == period && row.Version == version).ToListAsync(ct))
            .OrderBy(row => row.Board.Value, StringComparer.Ordinal)
            .ThenBy(row => row.Person.Value, StringComparer.Ordinal)
            .Select(row =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{row.Board.Value}\u001f{row.Person.Value}\u001f{row.Rank}\u001f{row.Points}\u001f{row.Revenue}\u001f{row.Deals}\u001f{row.Quotes}\u001f{row.Replies}\u001e"
                )
            );

    private static string Text(GoalSnapshotRow row) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Goal.Value}\u001f{row.Subject.Value}\u001f{EnumText<GoalState>.Of(row.State)}\u001f{row.Actual}\u001f{row.Target}\u001f{row.Attainment}\u001f{row.Replies}\u001f{Text(row.Base)}\u001f{Text(row.Super)}\u001f{Text(row.Mega)}\u001e"
        );

    private static string Text(Instant? instant) =>
        instant is { } moment ? Stored.Micros(moment).ToString(CultureInfo.InvariantCulture) : "";
}
