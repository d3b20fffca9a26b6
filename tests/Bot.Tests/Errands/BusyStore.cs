using Bot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage;
using Storage.Errands;

namespace Bot.Tests.Errands;

/// <summary>A host whose game is locked by somebody else, as by an import or a slow disk.</summary>
internal static class BusyStore
{
    extension(RunningHost host)
    {
        /// <summary>Until it is disposed nothing of the game can be written.</summary>
        public async Task<IAsyncDisposable> LockAsync() =>
            await host.Service<PlayStore>().BeginAsync(Instant.FromUtc(2026, 11, 18, 9, 0), CancellationToken.None);

        /// <summary>From now on nothing of what is still to be done in chat can be read or written.</summary>
        public Task LoseErrandsAsync() => host.ErrandsAsync("ALTER TABLE errand RENAME TO lost");

        public Task FindErrandsAsync() => host.ErrandsAsync("ALTER TABLE lost RENAME TO errand");

        public async Task<IReadOnlyList<AuditRecord>> AuditAsync(string what) =>
            [.. (await host.Service<AuditReader>().ListAsync(1000, CancellationToken.None)).Where(row => row.What == what)];

        /// <summary>Waits until the first attempt gave up and left the rest for later.</summary>
        public async Task PostponedAsync(int count)
        {
            var errands = host.Service<IDbContextFactory<ErrandContext>>();
            await Eventually.HoldsAsync(async () =>
            {
                await using var db = await errands.CreateDbContextAsync();
                var waiting = db.Database.SqlQuery<int>(
                    $"SELECT COUNT(*) AS \"Value\" FROM errand WHERE body IS NOT NULL AND lease_owner IS NULL"
                );
                return await waiting.SingleAsync() >= count;
            });
        }

        private async Task ErrandsAsync(string sql)
        {
            await using var db = await host.Service<IDbContextFactory<ErrandContext>>().CreateDbContextAsync();
            await db.Database.ExecuteSqlRawAsync(sql);
        }
    }
}
