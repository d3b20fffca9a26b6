using NodaTime;
using Storage;

namespace Bot.Goals;

/// <summary>What somebody may not do to goals, grants, prizes and posts leaves a row in the audit, whichever way it was asked.</summary>
internal static class RefusedRight
{
    /// <summary>Ends the transaction: nothing else was done in it.</summary>
    /// <param name="right">Who may.</param>
    public static async Task RefuseAsync(
        this PlayWrite write,
        string by,
        string about,
        FormattableString right,
        Instant now,
        CancellationToken ct
    )
    {
        await write.AuditAsync(new(now, by, "right.refused", about, Before: null, After: null, FormattableString.Invariant(right)), ct);
        await write.CommitAsync(ct);
    }
}
