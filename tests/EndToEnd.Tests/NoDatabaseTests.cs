using EndToEnd.Tests.Hosting;

namespace EndToEnd.Tests;

/// <summary>The settings name a PostgreSQL that nobody answers for.</summary>
public sealed class NoDatabaseTests : IDisposable
{
    private const int NoDatabase = 3;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("medalist-away-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData]
    [InlineData("verify")]
    [InlineData("replay")]
    [InlineData("import", "{events}", "--connection", "crm")]
    [InlineData("rates", "{rates}")]
    public async Task The_host_and_every_command_end_with_3_and_one_line_that_says_what_to_correct(params string[] line)
    {
        var run = await CommandRun.OfAsync(
            line.Select(word =>
                word.Replace("{events}", Events(), StringComparison.Ordinal).Replace("{rates}", Rates(), StringComparison.Ordinal)
            ),
            Away()
        );

        Assert.Equal(NoDatabase, run.ExitCode);
        var said = Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("Medalist did not start. The database cannot be used: ", said, StringComparison.Ordinal);
        Assert.EndsWith("Check Storage__Provider and Storage__ConnectionString.", said, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Away() =>
        new()
        {
            ["Storage__Provider"] = "PostgreSql",
            ["Storage__ConnectionString"] = $"Host=127.0.0.1;Port={HostProcess.FreePort()};Username=medalist;Database=medalist",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{HostProcess.FreePort()}",
            ["Admin__ApiKey"] = HostProcess.ApiKey,
            ["Connections__crm__Kind"] = "standard",
            ["Connections__crm__Secrets__0"] = HostProcess.Secret,
        };

    private string Events() =>
        Written(
            "events.ndjson",
            """{"type":"quote.sent","timestamp":"2026-11-18T08:30:00Z","data":{"quoteId":"q1","owner":"ana@example.com"}}"""
        );

    private string Rates() => Written("rates.csv", "currency,date,rate\nCHF,2026-11-18,0.92\n");

    private string Written(string name, string text)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }
}
