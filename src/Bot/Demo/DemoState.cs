using System.Text.Json;

namespace Bot.Demo;

/// <summary>What a demo remembers beside its database, so that a second run continues and an interrupted first run resumes.</summary>
/// <param name="Ends">Where the played weeks end.</param>
/// <param name="Secret">The webhook secret of the connection <c>demo</c>.</param>
/// <param name="Played">Whether all weeks were played.</param>
internal sealed record DemoState(DateTimeOffset Ends, int Days, string Secret, bool Played)
{
    /// <summary>Where the played weeks begin: in the night, before anybody works.</summary>
    public DateTimeOffset Begins => Ends.AddDays(-Days).AddHours(-Ends.Hour);
}

/// <summary>The folder of a demo: its database and what it remembers.</summary>
internal sealed class DemoFolder(string path)
{
    public string ConnectionString => $"Data Source={Database}";

    private string Database => Path.Combine(path, "demo.db");

    private string StateFile => Path.Combine(path, "demo.json");

    public void Clear()
    {
        if (!Directory.Exists(path))
            return;

        foreach (var file in (string[])[Database, $"{Database}-wal", $"{Database}-shm", StateFile])
            File.Delete(file);
    }

    /// <summary>Null for a first run. A database without its memory is not continued but started over.</summary>
    public DemoState? Read()
    {
        if (!File.Exists(StateFile) || !File.Exists(Database))
            return null;

        try
        {
            return JsonSerializer.Deserialize<DemoState>(File.ReadAllText(StateFile));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Write(DemoState state)
    {
        Directory.CreateDirectory(path);
        File.WriteAllText($"{StateFile}.new", JsonSerializer.Serialize(state));
        File.Move($"{StateFile}.new", StateFile, overwrite: true);
    }
}
