using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;
using Period = Gamification.Time.Period;

namespace Storage;

/// <summary>What belongs to the period of a goal by when it was done, and does not count in it.</summary>
internal static class LeftOutActivities
{
    private static readonly ActivityKind[] Quotes = [ActivityKind.QuoteSent, ActivityKind.QuoteVoided];

    private static readonly ActivityKind[] Deals =
    [
        ActivityKind.DealClosed,
        ActivityKind.DealOwnerChanged,
        ActivityKind.DealAmountChanged,
        ActivityKind.DealReopened,
        ActivityKind.DealDeleted,
    ];

    private static readonly ActivityKind[] Messages =
    [
        ActivityKind.MessageReceived,
        ActivityKind.ConversationReassigned,
        ActivityKind.MessageReplied,
    ];

    /// <param name="where">The period, and how many came after the close of a custom range.</param>
    public static async Task<IReadOnlyList<LeftOut>> OfAsync(
        GameContext db,
        Metric metric,
        List<PersonId> people,
        (Period Period, int AfterClose, Organisation Organisation) where,
        CancellationToken ct
    )
    {
        var zone = where.Organisation.Zone;
        var (from, until) = (where.Period.StartIn(zone)!.Value, where.Period.EndIn(zone)!.Value);
        var kinds = KindsOf(metric);
        var late = await Of(db.Facts.AsNoTracking().Where(row => row.Credited != row.Occurred && row.Credited >= until))
            .Where(row => row.State == FactState.Counted || row.State == FactState.Listed)
            .Where(row => row.Reason == null || row.Reason == FactReasons.Late)
            .CountAsync(ct);
        var waiting = await Of(QuarantineReader.Waiting(db)).Select(row => new { row.Reason, row.Currency }).ToListAsync(ct);
        return LeftOut.Of(late + where.AfterClose, waiting.Select(row => (row.Reason ?? "", row.Currency)));

        IQueryable<FactRow> Of(IQueryable<FactRow> facts) =>
            facts
                .Where(row => row.Person != null && people.Contains(row.Person.Value) && row.Occurred >= from && row.Occurred < until)
                .Where(row => kinds.Contains(row.Kind));
    }

    private static ActivityKind[] KindsOf(Metric metric) =>
        metric switch
        {
            Metric.Quotes => Quotes,
            Metric.Deals or Metric.Revenue => Deals,
            Metric.ResponseTime => Messages,
            _ => Enum.GetValues<ActivityKind>(),
        };
}
