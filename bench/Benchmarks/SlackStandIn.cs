namespace Benchmarks;

/// <summary>Slack's side of a workspace whose people are told at once, all on one page: what is measured is the bot.</summary>
internal sealed class SlackStandIn : IAsyncDisposable
{
    private readonly WebApplication app;

    private SlackStandIn(WebApplication app, Uri url) => (this.app, Url) = (app, url);

    public Uri Url { get; }

    public static async Task<SlackStandIn> StartAsync(int reps)
    {
        var url = Loopback.FreeAddress();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url.ToString());
        var app = builder.Build();
        app.Map("/auth.test", () => Results.Text("""{"ok":true,"team_id":"T1"}""", "application/json"));
        app.Map("/users.list", () => Results.Text(Members(reps), "application/json"));
        app.Map(
            "/{**method}",
            () => Results.Text("""{"ok":true,"user":{"id":"U1","team_id":"T1","locale":"en-GB"}}""", "application/json")
        );
        await app.StartAsync();
        return new(app, url);
    }

    private static string Members(int reps) =>
        $$"""{"ok":true,"members":[{{string.Join(',', Enumerable.Range(0, reps).Select(Member))}}]}""";

    private static string Member(int rep) =>
        $$$"""{"id":"U{{{rep:00000}}}","team_id":"T1","locale":"en-GB","profile":{"email":"{{{Company.EmailOf(rep)}}}"}}""";

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
