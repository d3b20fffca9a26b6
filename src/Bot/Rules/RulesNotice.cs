using Storage;

namespace Bot.Rules;

/// <summary>At start: says once where configuration and the stored point rules differ. What is stored wins.</summary>
internal sealed partial class RulesNotice(PointRulesReader rules, PointConfiguration configured, ILogger<RulesNotice> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if ((await rules.VersionsAsync(stoppingToken)) is not [.., var newest])
                return;

            var differing = configured.DifferingFrom(newest.Version.Rules);
            if (differing.Count > 0)
                Differs(log, string.Join(", ", differing), newest.Version.Version);
        }
        catch (Exception away) when (StoreUnavailableException.IsMeantBy(away))
        {
            // Whoever asks for the rules hears of it.
        }
    }

    [LoggerMessage(
        EventName = "rules.configured",
        Level = LogLevel.Warning,
        Message = "{Settings} not used: the database holds other point rules, version {Version}. Change them by PUT /api/v1/rules or /medalist rules, or remove the settings"
    )]
    private static partial void Differs(ILogger log, string settings, int version);
}
