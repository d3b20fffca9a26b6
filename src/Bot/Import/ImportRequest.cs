namespace Bot.Import;

/// <summary>What the command line asks of <c>import</c>; what it does not know goes on to the settings.</summary>
internal sealed record ImportRequest(string Connection, string File, bool IsDryRun, bool IsStrict, IReadOnlyList<string> Settings)
{
    public const string Usage = "Usage: import --connection NAME FILE [--dry-run] [--strict]";

    /// <summary>Null when the connection or the file is missing, or there are two files.</summary>
    public static ImportRequest? Parse(IReadOnlyList<string> args)
    {
        string? connection = null;
        var files = new List<string>();
        var settings = new List<string>();
        for (var at = 0; at < args.Count; at++)
            if (args[at] is "--connection")
                connection = ++at < args.Count ? args[at] : null;
            else if (args[at].StartsWith("--connection=", StringComparison.Ordinal))
                connection = args[at]["--connection=".Length..];
            else if (args[at].StartsWith("--", StringComparison.Ordinal))
                at = Keep(args, at, settings);
            else
                files.Add(args[at]);

        return string.IsNullOrEmpty(connection) || files is not [var file]
            ? null
            : new(connection, file, settings.Remove("--dry-run"), settings.Remove("--strict"), settings);
    }

    /// <summary>A setting is <c>--Name=value</c> or <c>--Name value</c>.</summary>
    private static int Keep(IReadOnlyList<string> args, int at, List<string> settings)
    {
        settings.Add(args[at]);
        if (args[at] is "--dry-run" or "--strict" || args[at].Contains('=') || at + 1 == args.Count)
            return at;

        settings.Add(args[at + 1]);
        return at + 1;
    }
}
