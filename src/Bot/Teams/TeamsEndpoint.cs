using Bot.Settings;
using Bot.Teams.Tokens;
using Bot.Teams.Turns;
using Bot.Teams.Wire;

namespace Bot.Teams;

/// <summary><c>POST /api/messages</c>: trust first, then the activity, then its turn.</summary>
internal sealed class TeamsEndpoint(
    TeamsSettings settings,
    InboundTokens tokens,
    ServiceUrls serviceUrls,
    MessageTurn messages,
    InvokeTurn invokes,
    DialogTurn dialogs,
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
            return TeamsProblems.NotJson();
        if (await TeamsBody.ReadAsync(http.Request, http.RequestAborted) is not { } body)
            return TeamsProblems.TooLarge();

        return ActivityParser.Parse(body.Span) switch
        {
            ParsedActivity.Malformed(var pointer, var reason) => Malformed(pointer, reason),
            ParsedActivity.Valid(var activity) when Distrust(check, activity) is { } distrust => Unauthorized(distrust, http),
            ParsedActivity.Valid(var activity) => await AnswerAsync(activity),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Why the token, good as it is, does not speak for this activity, or why the bot would not answer there. Null to trust it.</summary>
    private string? Distrust(TokenCheck? check, Activity activity) =>
        check is TokenCheck.Trusted trusted && InboundTokens.Speaks(trusted, activity) is { Reason: var reason } ? reason
        : serviceUrls.Allow(activity.ServiceUrl) ? null
        : "the service URL is not among Teams:AllowedServiceUrls";

    private async Task<IResult> AnswerAsync(Activity activity)
    {
        switch (activity.Type)
        {
            case ActivityTypes.Invoke when DialogTurn.IsMeantBy(activity):
                return Results.Text((await dialogs.AnswerAsync(activity)).ToJsonString(), "application/json");
            case ActivityTypes.Invoke:
                return await invokes.AnswerAsync(activity) is { } answer
                    ? Results.Json(answer, TeamsJson.Default.InvokeAnswer)
                    : TeamsProblems.NoSuchInvoke();
            case ActivityTypes.Message:
                await messages.AnswerAsync(activity);
                return Results.Ok();
            case ActivityTypes.Installation or ActivityTypes.Conversation:
                await installs.AnswerAsync(activity);
                return Results.Ok();
            default:
                return Results.Ok();
        }
    }

    private IResult Malformed(string pointer, string reason)
    {
        log.Malformed(pointer, reason);
        return TeamsProblems.Malformed(pointer, reason);
    }

    private IResult Unauthorized(string reason, HttpContext http)
    {
        log.TokenRefused(reason);
        return TeamsProblems.Unauthorized(http);
    }
}
