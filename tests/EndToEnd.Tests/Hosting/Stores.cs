namespace EndToEnd.Tests.Hosting;

/// <summary>A database of its own for one test, as the settings of its hosts.</summary>
internal static class Stores
{
    public static async Task OnSqliteAsync(Func<Dictionary<string, string>, Task> test)
    {
        var folder = Directory.CreateTempSubdirectory("medalist-chat-").FullName;
        await test(new() { ["Storage__ConnectionString"] = $"Data Source={Path.Combine(folder, "medalist.db")}" });
        Directory.Delete(folder, recursive: true);
    }

    public static async Task OnPostgresAsync(Func<Dictionary<string, string>, Task> test)
    {
        await using var database = await Postgres.CreateAsync();
        await test(new() { ["Storage__Provider"] = "PostgreSql", ["Storage__ConnectionString"] = database.ConnectionString });
    }
}
