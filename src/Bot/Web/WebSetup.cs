using Bot.Cards;
using Bot.Channels;
using Bot.Demo;

namespace Bot.Web;

/// <summary>The local page: what it is made of and where it answers.</summary>
internal static class WebSetup
{
    public static IServiceCollection AddWeb(this IServiceCollection services) =>
        services
            .AddSingleton<IChannel, WebChannel>()
            .AddSingleton<PageSession>()
            .AddSingleton<Visit>()
            .AddSingleton<PageClock>()
            .AddSingleton<SceneReader>()
            .AddSingleton<Feed>()
            .AddSingleton<FeedHtml>()
            .AddSingleton<PagePosts>()
            .AddSingleton<Shortcuts>()
            .AddSingleton<DemoMode>()
            .AddSingleton<DemoRow>()
            .AddSingleton<DemoDesk>()
            .AddSingleton<SceneHtml>()
            .AddSingleton<SharedBoard>()
            .AddSingleton<CommandBox>()
            .AddSingleton<FirstView>()
            .AddSingleton<FormBox>()
            .AddSingleton<LivePage>();

    public static void MapWeb(this IEndpointRouteBuilder app)
    {
        app.MapGet("/page/{asset}", (string asset, HttpContext context) => Assets.Serve(asset, context)).ExcludeFromDescription();
        app.MapGet("/art/{name}", (string name, HttpContext context) => BadgePictures.Serve(name, context)).ExcludeFromDescription();
        app.MapPost("/page/sign-in", SignInPage.EnterAsync).AddEndpointFilter<HeaderFilter>().ExcludeFromDescription();

        var page = app.MapGroup("").AddEndpointFilter<PageGate>().ExcludeFromDescription();
        page.MapGet("/", ShowAsync);
        page.MapGet("/events", (HttpContext context, LivePage live) => live.ServeAsync(context));
        page.MapPost("/page/commands", (HttpRequest request, CommandBox box, CancellationToken ct) => box.AnswerAsync(request, ct));
        page.MapPost("/page/forms", (HttpRequest request, FormBox box, CancellationToken ct) => box.AnswerAsync(request, ct));
        page.MapPost("/page/demo", (HttpRequest request, DemoDesk desk, CancellationToken ct) => desk.SendAsync(request, ct));
        page.MapPost("/page/sign-out", SignInPage.Leave);
    }

    private static async Task<IResult> ShowAsync(
        HttpRequest request,
        SceneReader scenes,
        PagePosts posts,
        SceneHtml page,
        FirstView firstView,
        CancellationToken ct
    )
    {
        var scene = await scenes.ReadAsync(PageQuery.Of(request), ct);
        return PageAnswer.Html(page.Draw(scene, await firstView.DrawAsync(scene, await posts.DrawAsync(scene, ct), ct)));
    }

    private sealed class HeaderFilter : IEndpointFilter
    {
        public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            PageHeaders.Set(context.HttpContext.Response);
            return next(context);
        }
    }
}
