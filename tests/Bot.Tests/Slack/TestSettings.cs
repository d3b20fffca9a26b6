using Bot.Settings;

namespace Bot.Tests.Slack;

internal static class TestSettings
{
    public static HostSettings Defaults { get; } =
        new(new(), new(), new(), new(), new(), new Dictionary<string, ConnectionSettings>(), new(), new(), null);
}
