using Bot.Cards;

namespace Bot.Commands;

/// <summary>A person's week at a glance.</summary>
public sealed class PerformanceCommand(DashboardGathering dashboards) : ICommand
{
    public string Name => DashboardCard.Line;

    public string Usage => "";

    public FormattableString Help => $"Your week at a glance: board, latest badge, top goal";

    public async Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct) =>
        new(DashboardWay.Outwards(DashboardCard.Compose(await dashboards.ReadAsync(request, ct))));
}
