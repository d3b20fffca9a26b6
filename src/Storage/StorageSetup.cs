using Gamification;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Storage.Errands;
using Storage.Verifying;
using Storage.Writing;

namespace Storage;

/// <summary>Registers the stores and readers of one deployment and brings its database up to date.</summary>
public static class StorageSetup
{
    /// <summary>Every store and reader of this project as singletons, and an <see cref="IDbContextFactory{TContext}"/> of <see cref="GameContext"/>.</summary>
    public static IServiceCollection AddStorage(
        this IServiceCollection services,
        StorageOptions options,
        Organisation organisation,
        Rulebook rules
    )
    {
        services.TryAddSingleton(options);
        services.TryAddSingleton(organisation);
        services.TryAddSingleton(rules);
        services.AddContexts(options);
        services.AddScoped<GameContext>(provider => provider.GetRequiredService<IDbContextFactory<GameContext>>().CreateDbContext());
        services.AddSingleton(provider => new DatabaseUpdate(
            options,
            Connect(options),
            provider.GetRequiredService<IDbContextFactory<ErrandContext>>(),
            organisation,
            rules,
            provider.GetService<ILogger<DatabaseUpdate>>() ?? NullLogger<DatabaseUpdate>.Instance
        ));
        services.AddSingleton(_ => new PlayStore(Connect(options), organisation, rules));
        services.AddSingleton(_ => new VerificationStore(() => Connect(options, Access.Read), organisation, rules));
        services.AddSingleton<CheckupStore>();
        services.AddSingleton<Boards>();
        services.AddSingleton<DirectoryReader>();
        services.AddSingleton<LedgerReader>();
        services.AddSingleton<LeftOutReader>();
        services.AddSingleton<PointRulesReader>();
        services.AddSingleton<UnscoredReader>();
        services.AddSingleton<BadgeReader>();
        services.AddSingleton<AwardReader>();
        services.AddSingleton<GoalReader>();
        services.AddSingleton<PastReader>();
        services.AddSingleton<RewardReader>();
        services.AddSingleton<AssignedGoalReader>();
        services.AddSingleton<GoalTraceReader>();
        services.AddSingleton<TargetBoards>();
        services.AddSingleton<GrantReader>();
        services.AddSingleton<PrizeReader>();
        services.AddSingleton<WalletReader>();
        services.AddSingleton<QuarantineReader>();
        services.AddSingleton<RateReader>();
        services.AddSingleton<AuditReader>();
        services.AddSingleton<RepeatedRequests>();
        services.AddSingleton<OutboxStore>();
        services.AddSingleton<LostAnswerStore>();
        services.AddSingleton<AnnouncementReader>();
        services.AddSingleton<GoalPostReader>();
        services.AddSingleton<ChatStore>();
        services.AddSingleton<ErrandStore>();
        services.AddSingleton<StatusReader>();
        services.AddSingleton<CommitReader>();
        services.AddSingleton<CloseReader>();
        return services;
    }

    /// <summary>
    /// Creates the folder of a SQLite file, applies migrations under a lock that it waits for, and checks that zone and currency are those of the first fact.
    /// Throws <see cref="InvalidOperationException"/> with the remedy when they are not.
    /// </summary>
    public static Task MigrateAsync(this IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<DatabaseUpdate>().RunAsync(ct);

    private static void AddContexts(this IServiceCollection services, StorageOptions options)
    {
        if (options.Provider is StorageProvider.Sqlite)
        {
            services.AddPooledDbContextFactory<SqliteGameContext>(builder => ContextOptions.UseSqlite(builder, options.ConnectionString));
            services.AddSingleton<IDbContextFactory<GameContext>, GameContextFactory<SqliteGameContext>>();
            services.AddPooledDbContextFactory<ErrandContext>(builder =>
                ContextOptions.UseSqlite(builder, ErrandFile.ConnectionString(options.ConnectionString))
            );
        }
        else
        {
            services.AddPooledDbContextFactory<PostgresGameContext>(builder =>
                ContextOptions.UsePostgres(builder, options.ConnectionString)
            );
            services.AddSingleton<IDbContextFactory<GameContext>, GameContextFactory<PostgresGameContext>>();
            services.AddPooledDbContextFactory<ErrandContext>(builder => ContextOptions.UsePostgres(builder, options.ConnectionString));
        }
    }

    internal static IWriteConnection Connect(StorageOptions options, Access access = Access.Write) =>
        options.Provider is StorageProvider.Sqlite
            ? new SqliteWriteConnection(options.ConnectionString, access)
            : new PostgresWriteConnection(options.ConnectionString, access);
}
