using Bot.Outbox;
using Bot.Settings;
using Gamification;
using Gamification.Announcements;
using Gamification.Time;
using NodaTime;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Play;

/// <summary>
/// What the calendar asks for by now: periods to close, boards to announce, hints to give. Safe to run on any host at any time: what was done is read
/// under the write lock, and once means a key.
/// </summary>
public sealed class DueWork(
    PlayStore store,
    BadgeDesk badges,
    Organisation organisation,
    OrganisationSettings settings,
    OutboxSignal signal,
    TimeProvider clock
)
{
    public async Task RunAsync(CancellationToken ct)
    {
        if (!settings.Enabled)
            return;

        await badges.EvaluateDueAsync(ct);

        await using var write = await store.BeginAsync(clock.Now(), ct);
        var schedule = await write.ScheduleAsync(ct);
        if (schedule.FirstFact is not { } firstFact)
            return;

        var now = clock.Now();
        var closed = await CloseAsync(
            write,
            Closing.Due(now, organisation, schedule.Closes, organisation.DayOf(firstFact), schedule.Ranges),
            now,
            ct
        );
        var state = closed ? await write.ScheduleAsync(ct) : schedule;
        var boards = BoardsDue(state, firstFact, now);
        var hints = await write.HintsDueAsync(ct);
        if (!closed && boards.Count == 0 && hints.Count == 0)
            return;

        await write.PlanAsync([.. boards, .. hints], ct);
        await write.CommitAsync(ct);
        signal.Raise();
    }

    private static async Task<bool> CloseAsync(PlayWrite write, IReadOnlyList<Period> due, Instant now, CancellationToken ct)
    {
        foreach (var period in due)
            if (await write.CloseAsync(period, now, ct))
                await write.AuditAsync(AuditText.Closed(period, "schedule", now), ct);

        return due.Count > 0;
    }

    /// <summary>A period that ended before the first fact has no board to show.</summary>
    private List<Announcement> BoardsDue(ScheduleState state, Instant firstFact, Instant now) =>
        [
            .. BoardSchedule
                .Due(now, organisation, state.Closes, state.Channels, state.Announced)
                .Where(board => Period.Parse(new(board.Data["period"]))?.EndIn(organisation.Zone) > firstFact),
        ];
}
