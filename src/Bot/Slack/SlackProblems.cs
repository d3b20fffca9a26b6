namespace Bot.Slack;

/// <summary>What a request that cannot be served is told, each with its remedy.</summary>
internal static class SlackProblems
{
    public static IResult NotConnected =>
        Results.Problem(
            statusCode: StatusCodes.Status404NotFound,
            title: "Slack is not connected",
            detail: "Set Slack__SigningSecret to the signing secret of the app (Slack: Basic Information, App Credentials) and start again."
        );

    public static IResult NotSigned =>
        Results.Problem(
            statusCode: StatusCodes.Status401Unauthorized,
            title: "Not signed by Slack",
            detail: "The signature is missing, wrong or more than 300 seconds off. Check Slack__SigningSecret and the host's clock."
        );

    public static IResult TooLarge =>
        Results.Problem(
            statusCode: StatusCodes.Status413PayloadTooLarge,
            title: "Body too large",
            detail: "Requests from Slack may hold at most 256 KB."
        );

    public static IResult Malformed(string pointer, string reason) =>
        Results.Problem(
            statusCode: StatusCodes.Status400BadRequest,
            title: "Unreadable request",
            detail: $"{reason} Send it as Slack does.",
            extensions: new Dictionary<string, object?> { ["pointer"] = pointer }
        );

    /// <summary>Slack delivers an event again when it gets this; a person sees that the app did not answer.</summary>
    public static IResult Busy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "5";
        return Results.Problem(
            statusCode: StatusCodes.Status503ServiceUnavailable,
            title: "Try again in a moment",
            detail: "The host is overloaded or its database is away. Nothing was done."
        );
    }
}
