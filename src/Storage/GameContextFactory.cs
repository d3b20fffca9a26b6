using Microsoft.EntityFrameworkCore;

namespace Storage;

/// <summary>Hands out the chosen database's pooled contexts to readers, which know none of the two.</summary>
internal sealed class GameContextFactory<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<GameContext>
    where TContext : GameContext
{
    public GameContext CreateDbContext() => contexts.CreateDbContext();

    public async Task<GameContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await contexts.CreateDbContextAsync(cancellationToken);
}
