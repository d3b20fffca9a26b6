using Bot.Settings;
using Bot.Teams.Tokens;
using Bot.Teams.Turns;
using Bot.Teams.Wire;
using Storage;

namespace Bot.Teams;

/// <summary><c>POST /api/messages</c>: trust first, then the activity, then its turn.</summary>
internal sealed class TeamsEndpoint(
    TeamsSettings settings,
    InboundTokens tokens,
    ServiceUrls serviceUrls,
    OpenTurns turns,
    MessageTurn messages,
    InvokeTurn invokes,
    InstallTurn installs,
    ILogger<TeamsEndpoint> log
)
{
    public async Task<IResult> HandleAsync(HttpContext http)
    {
        var check = settings.Development ? null : await tokens.CheckAsync(http.Request.Headers.Authorization, http.RequestAborted);
        if (check is TokenCheck.Refused refused)
            return Unauthorized(refused.Reason, http);
        if (settings.Development && !LoopbackGuard.IsLocal(http))
            return Unauthorized("development mode answers this machine only", http);
        if (!http.Request.HasJsonContentType())
            return Problem(StatusCodes.Status415UnsupportedMediaType, "Send the activity as application/json.");
        if (await TeamsBody.ReadAsync(http.Request, http.RequestAborted) is not { } body)
            return Problem(StatusCodes.Status413PayloadTooLarge, "An activity may hold 256 KB at most.");

        return ActivityParser.Parse(body.Span) switch
        {
            ParsedActivity.Malformed(var pointer, var reason) => Malformed(pointer, reason),
            ParsedActivity.Valid(var activity) when Distrust(check, activity) is { } distrust => Unauthorized(distrust, http),
            ParsedActivity.Valid(var activity) => await AnswerAsync(activity, http.Response),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Why the token, good as it is, does not speak for this activity, or why the bot would not answer there. Null to trust it.</summary>
    private string? Distrust(TokenCheck? check, Activity activity) =>
        check is TokenCheck.Trusted trusted && InboundTokens.Speaks(trusted, activity) is { Reason: var reason } ? reason
        : serviceUrls.Allow(activity.ServiceUrl) ? null
        : "the service URL is not among Teams:AllowedServiceUrls";

    private async Task<IResult> AnswerAsync(Activity activity, HttpResponse response)
    {
        try
        {
            return await DispatchAsync(activity);
        }
        catch (StoreUnavailableException)
        {
            response.Headers.RetryAfter = "5";
            return Problem(StatusCodes.Status503ServiceUnavailable, "The database is away. Nothing was stored; send the activity again.");
        }
    }

    private async Task<IResult> DispatchAsync(Activity activity)
    {
        switch (activity.Type)
        {
            case ActivityTypes.Invoke:
                return await invokes.AnswerAsync(activity) is { } answer
                    ? Results.Json(answer, TeamsJson.Default.InvokeAnswer)
                    : Problem(StatusCodes.Status501NotImplemented, "The bot answers adaptiveCard/action only.");
            case ActivityTypes.Message:
                await turns.RunAsync(ct => messages.AnswerAsync(activity, ct));
                return Results.Ok();
            case ActivityTypes.Installation or ActivityTypes.Conversation:
                await turns.RunAsync(ct => installs.AnswerAsync(activity, ct));
                return Results.Ok();
            default:
                return Results.Ok();
        }
    }

    private IResult Malformed(string pointer, string reason)
    {
        log.Malformed(pointer, reason);
        return Results.Problem(
            statusCode: StatusCodes.Status400BadRequest,
            detail: $"{reason} Send it as the Bot Framework documents it.",
            extensions: new Dictionary<string, object?> { ["pointer"] = pointer }
        );
    }

    private IResult Unauthorized(string reason, HttpContext http)
    {
        log.TokenRefused(reason);
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Problem(StatusCodes.Status401Unauthorized, "A token of the Bot Framework for this bot and this activity is required.");
    }

    private static IResult Problem(int status, string detail) => Results.Problem(statusCode: status, detail: detail);
}
