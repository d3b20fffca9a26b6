namespace Benchmarks;

/// <summary>Slack's side of a profile look-up, answered at once: what is measured is the bot.</summary>
internal sealed class SlackStandIn : IAsyncDisposable
{
    private readonly WebApplication app;

    private SlackStandIn(WebApplication app, Uri url) => (this.app, Url) = (app, url);

    public Uri Url { get; }

    public static async Task<SlackStandIn> StartAsync()
    {
        var url = Loopback.FreeAddress();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url.ToString());
        var app = builder.Build();
        app.Map("/auth.test", () => Results.Text("""{"ok":true,"team_id":"T1"}""", "application/json"));
        app.Map(
            "/{**method}",
            () => Results.Text("""{"ok":true,"user":{"id":"U1","team_id":"T1","locale":"en-GB"}}""", "application/json")
        );
        await app.StartAsync();
        return new(app, url);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
