using Gamification.Verifying;
using Microsoft.Extensions.DependencyInjection;
using Storage.Verifying;

namespace Storage.Tests.Databases;

/// <summary>Compares everything stored with a fresh fold, and mends it, as the host's commands do.</summary>
internal static class Checkup
{
    public static async Task<IReadOnlyList<Difference>> VerifyAsync(this IServiceProvider host)
    {
        var differences = new List<Difference>();
        await host.ForEachPartAsync(
            VerificationPhases.OfVerify,
            part =>
            {
                differences.AddRange(part.Differences);
                return Task.CompletedTask;
            }
        );
        return differences;
    }

    /// <summary>How many grants managers keep although the facts no longer give them.</summary>
    public static async Task<int> KeptAsync(this IServiceProvider host)
    {
        var kept = 0;
        await host.ForEachPartAsync(
            VerificationPhases.OfVerify,
            part =>
            {
                kept += part.Kept;
                return Task.CompletedTask;
            }
        );
        return kept;
    }

    public static Task MendAsync(this IServiceProvider host) =>
        host.ForEachPartAsync(
            VerificationPhases.OfReplay,
            async part =>
            {
                await using var write = await host.GetRequiredService<PlayStore>().BeginAsync(Company.Now, CancellationToken.None);
                await write.RecountAsync(part.Again);
                foreach (var person in part.Tallies)
                    await write.MendTalliesAsync(person, CancellationToken.None);
                await write.CommitAsync(CancellationToken.None);
            }
        );

    /// <summary>What was read ahead of a part that differs is old once that is mended.</summary>
    private static async Task ForEachPartAsync(
        this IServiceProvider host,
        IReadOnlyList<VerificationPhase> phases,
        Func<Verified, Task> take
    )
    {
        var store = host.GetRequiredService<VerificationStore>();
        foreach (var phase in phases)
            for (var cursor = ""; cursor is not null; )
                await foreach (var part in store.PartsAsync(phase, cursor, CancellationToken.None))
                {
                    await take(part.Verified);
                    cursor = part.Cursor;
                    if (part.Verified.Differences.Count > 0)
                        break;
                }
    }
}
