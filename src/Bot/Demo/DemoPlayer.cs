using System.Net.Http.Json;

namespace Bot.Demo;

/// <summary>Lets the demo's company happen: people by the API, events by the webhook, the clock step by step in between.</summary>
/// <param name="admin">Carries the admin key.</param>
/// <param name="now">The host's clock.</param>
internal sealed class DemoPlayer(HttpClient admin, DemoCrm crm, TimeProvider now)
{
    private const int Parallel = 32;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task FoundAsync(CancellationToken ct)
    {
        foreach (var team in DemoCompany.Teams)
            await PutAsync($"teams/{team.Id}", new { name = team.Name }, ct);
        foreach (var team in DemoCompany.Teams)
            await PutAsync(
                $"people/{team.ManagerId}",
                new
                {
                    name = team.ManagerName,
                    email = $"{team.ManagerId}@demo.example",
                    team = team.Id,
                    role = "manager",
                },
                ct
            );
        foreach (var rep in DemoCompany.Reps)
            await PutAsync(
                $"people/{rep.Id}",
                new
                {
                    name = rep.Name,
                    email = rep.Email,
                    team = rep.Team,
                },
                ct
            );
        foreach (var team in DemoCompany.Teams)
            await PutAsync($"teams/{team.Id}", new { name = team.Name, managers = new[] { team.ManagerId } }, ct);
        foreach (var (id, goal) in DemoGoals.All)
            await PutAsync($"goals/{id}", goal, ct);
    }

    /// <param name="played">Told after every step.</param>
    public async Task PlayAsync(IReadOnlyList<DemoStep> steps, Action<DemoStep> played, CancellationToken ct)
    {
        foreach (var step in steps)
        {
            await MoveClockAsync(step.At, ct);
            await System.Threading.Tasks.Parallel.ForEachAsync(
                step.Events,
                new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = ct },
                async (report, stop) => await ReportAsync(report, stop)
            );
            played(step);
        }
    }

    private async Task ReportAsync(CrmEvent report, CancellationToken ct)
    {
        while (await crm.SendAsync(report, ct) is { IsTaken: false } answer)
        {
            if (!answer.IsWorthRepeating)
                throw new InvalidOperationException($"The demo's own event {report.Id} was refused: {answer.Said}");
            await Task.Delay(Pause, ct);
        }
    }

    /// <summary>A resumed demo is ahead of the first steps: they are repeated without turning back.</summary>
    private async Task MoveClockAsync(DateTimeOffset at, CancellationToken ct)
    {
        if (at <= now.GetUtcNow())
            return;

        using var response = await admin.PostAsJsonAsync("api/v1/clock", new { now = at }, ct);
        response.EnsureSuccessStatusCode();
    }

    private async Task PutAsync(string path, object body, CancellationToken ct)
    {
        using var response = await admin.PutAsJsonAsync($"api/v1/{path}", body, ct);
        response.EnsureSuccessStatusCode();
    }
}
