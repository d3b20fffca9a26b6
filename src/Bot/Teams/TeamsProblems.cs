using Bot.Api;

namespace Bot.Teams;

/// <summary>What Teams, or who pretends to be Teams, is told when an activity is not taken.</summary>
internal static class TeamsProblems
{
    public static IResult NotConfigured() =>
        Problems.Of(
            404,
            "Teams is not connected",
            "This host has no Teams bot.",
            "Set Teams__AppId, Teams__AppSecret and Teams__TenantId; or, on your own machine, Teams__Development=true."
        );

    /// <summary>The reason stays in the log.</summary>
    public static IResult Unauthorized(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Of(
            401,
            "Not authorised",
            "The token does not prove that Teams sent this activity to this bot.",
            "Send a current Bot Framework token for the app id in Teams__AppId; the host's log names the reason."
        );
    }

    public static IResult NotJson() =>
        Problems.Of(415, "Not JSON", "The body's media type is not application/json.", "Send Content-Type: application/json.");

    public static IResult TooLarge() => Problems.Of(413, "Too large", "The body is larger than 256 KB.", "Send less in one activity.");

    public static IResult Malformed(string pointer, string reason) =>
        Problems.Of(400, "The activity cannot be read", reason, "Send it as the Bot Framework documents it.", pointer);

    public static IResult NoSuchInvoke() =>
        Problems.Of(501, "Not implemented", "The bot does not know this invoke.", "Send adaptiveCard/action, task/fetch or task/submit.");
}
