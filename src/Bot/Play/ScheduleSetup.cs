using Bot.Settings;
using Npgsql;
using Quartz;
using Storage;

namespace Bot.Play;

/// <summary>When somebody looks at the calendar: at start and twice a minute. Whoever moves the clock looks at once.</summary>
internal static class ScheduleSetup
{
    /// <summary>A scheduler with a name has a clock of its own; one without would give its clock to the whole host.</summary>
    private const string Name = "Medalist";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>Registered after the intake, so it stops first: what is due never holds up an answer.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services, StorageSettings storage) =>
        services
            .AddQuartz(
                Name,
                quartz =>
                {
                    if (Enum.Parse<StorageProvider>(storage.Provider, ignoreCase: true) is StorageProvider.PostgreSql)
                        Share(quartz, storage.ConnectionString);
                    else
                        quartz.UseInMemoryStore();

                    quartz.ScheduleJob<DueWorkJob>(
                        trigger => trigger.WithIdentity("look").StartNow().WithSimpleSchedule(Every),
                        job => job.WithIdentity("due").RequestRecovery()
                    );
                }
            )
            .AddQuartzHostedService(Name, options => options.WaitForJobsToComplete = true);

    /// <summary>
    /// One of the hosts looks, and another when it is gone. They agree on the real time: the clock that demos and tests move is each
    /// host's own, and only says what is due.
    /// </summary>
    private static void Share(IQuartzBuilder quartz, string connectionString)
    {
        quartz.UseTimeProvider(TimeProvider.System);
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, connectionString);
            store.UseSystemTextJsonSerializer();
            store.UseClustering();
        });
    }
}
