using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage.Writing;

/// <summary>What people decide about messages that failed, or of which nobody knows whether they arrived.</summary>
internal sealed class TroubleWriter(WriteScope scope)
{
    /// <summary>The attempt is the key: two presses of a button that showed the same attempt are one.</summary>
    public async Task<bool> PostAgainAsync(string message, int attempt, CancellationToken ct)
    {
        var again = await Troubled(message)
            .Where(row => row.Attempt == attempt)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.State, DeliveryState.Pending)
                        .SetProperty(row => row.Due, scope.Now)
                        .SetProperty(row => row.LeaseUntil, (NodaTime.Instant?)null)
                        .SetProperty(row => row.Fence, row => row.Fence + 1)
                        .SetProperty(row => row.AskAt, (NodaTime.Instant?)null)
                        .SetProperty(row => row.AbsentAt, (NodaTime.Instant?)null)
                        .SetProperty(row => row.Dismissed, (NodaTime.Instant?)null),
                ct
            );
        if (again == 0)
            return false;

        await scope
            .Db.Outbox.Where(row => row.Carrier == message)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Pending), ct);
        return true;
    }

    public async Task<bool> DismissAsync(string message, CancellationToken ct) =>
        await Troubled(message)
            .Where(row => row.Dismissed == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Dismissed, scope.Now), ct) == 1;

    private IQueryable<OutboxRow> Troubled(string message) =>
        scope.Db.Outbox.Where(row =>
            row.Id == message && row.Carrier == null && (row.State == DeliveryState.Failed || row.State == DeliveryState.Unknown)
        );
}
