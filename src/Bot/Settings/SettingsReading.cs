using System.Globalization;

namespace Bot.Settings;

/// <summary>Reads single values of one section and collects what is wrong instead of stopping at the first.</summary>
internal sealed class SettingsReading(IConfiguration section, string name, List<SettingProblem> problems)
{
    public SettingsReading Section(string child) => new(section.GetSection(child), $"{name}__{child}", problems);

    /// <summary>Names of the direct children, for sections keyed by a name of the admin's choice.</summary>
    public IEnumerable<string> Children => section.GetChildren().Select(child => child.Key);

    /// <summary>Null when absent or empty.</summary>
    public string? Text(string key) => section[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public string Text(string key, string fallback) => Text(key) ?? fallback;

    public IReadOnlyList<string> List(string key) =>
        [.. section.GetSection(key).GetChildren().Select(child => child.Value?.Trim() ?? "").Where(value => value.Length > 0)];

    public bool Flag(string key, bool fallback) =>
        Text(key) is not { } text ? fallback
        : bool.TryParse(text, out var value) ? value
        : Wrong(key, $"'{text}' is neither true nor false.", fallback);

    public long Number(string key, long fallback, long min, long max) =>
        Text(key) is not { } text ? fallback
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
        : Wrong(key, $"'{text}' is not a whole number from {min} to {max}.", fallback);

    public DateTimeOffset? Instant(string key) =>
        Text(key) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value) ? value
        : Wrong<DateTimeOffset?>(key, $"'{text}' is not an instant; write it like 2026-11-02T08:00:00Z.", null);

    /// <summary>An absolute http or https address; http only on loopback, where nothing can be overheard.</summary>
    public string Url(string key, string fallback)
    {
        var text = Text(key, fallback);
        return
            Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url is { Scheme: "http", IsLoopback: true })
            ? text
            : Wrong(key, $"'{text}' is not an https address (http is accepted on loopback only).", fallback);
    }

    /// <summary>Notes the problem and goes on with a value that lets the rest be checked too.</summary>
    public T Wrong<T>(string key, string message, T fallback)
    {
        problems.Add(new($"{name}__{key}", message));
        return fallback;
    }
}
