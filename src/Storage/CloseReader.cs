using Gamification.Time;

namespace Storage;

/// <summary>Which periods are closed.</summary>
public sealed class CloseReader
{
    public Task<bool> IsClosedAsync(PeriodKey period, CancellationToken ct) => throw new NotSupportedException();
}
