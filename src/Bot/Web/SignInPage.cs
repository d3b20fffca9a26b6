namespace Bot.Web;

/// <summary>Where a visitor from another machine shows the admin key.</summary>
internal static class SignInPage
{
    public static IResult Draw(HttpRequest request, FormattableString? problem = null, int status = StatusCodes.Status401Unauthorized)
    {
        var language = PageAnswer.LanguageOf(request);
        return PageAnswer.Html(
            Sheet.Notice(
                language,
                language.Say($"Sign in"),
                Markup.Of(
                    $"""
                    <p>{language.Say($"This page shows everybody's private view, so it asks for the admin key.")}</p>
                    <form class="sign-in" method="post" action="/page/sign-in">
                    <label for="key">{language.Say($"Admin key")}</label>
                    <input id="key" name="key" type="password" autocomplete="current-password" required autofocus>
                    <button type="submit" class="send">{language.Say($"Sign in")}</button>
                    {Problem(problem is null ? null : language.Say(problem))}
                    </form>
                    """
                )
            ),
            status
        );
    }

    public static async Task<IResult> EnterAsync(HttpContext context, PageSession session, CancellationToken ct)
    {
        if (!Visit.IsOwnForm(context.Request))
            return Foreign(context.Request);

        var (form, _) = await PageForm.ReadAsync(context.Request, ct);
        return session.Enter(context, form?.Text("key") ?? "") switch
        {
            SignIn.Done => Results.Redirect("/"),
            SignIn.TooMany => Draw(context.Request, $"Too many attempts. Try again in a minute.", StatusCodes.Status429TooManyRequests),
            _ => Draw(context.Request, $"That is not the admin key. It is the setting Admin__ApiKey of the host."),
        };
    }

    public static IResult Leave(HttpContext context)
    {
        if (!Visit.IsOwnForm(context.Request))
            return Foreign(context.Request);

        PageSession.Leave(context);
        return Results.Redirect("/");
    }

    public static IResult Foreign(HttpRequest request) =>
        PageAnswer.Refusal(
            request,
            StatusCodes.Status403Forbidden,
            $"Not from this page",
            $"The request did not come from this page, so nothing was done. Open the page itself and try there."
        );

    public static IResult NotHere(HttpRequest request) =>
        PageAnswer.Refusal(
            request,
            StatusCodes.Status403Forbidden,
            $"Only on this machine",
            $"Without an admin key the page answers only at http://localhost on the machine it runs on. Set Admin__ApiKey to open it from elsewhere."
        );

    private static Markup Problem(string? problem) =>
        problem is null ? Markup.None : Markup.Of($"""<p class="problem" role="alert">{problem}</p>""");
}
