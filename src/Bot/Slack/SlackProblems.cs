using Bot.Api;

namespace Bot.Slack;

/// <summary>What a request that cannot be served is told, each with its remedy.</summary>
internal static class SlackProblems
{
    public static IResult NotConnected =>
        Problems.Of(
            404,
            "Slack is not connected",
            "This host has no signing secret of a Slack app.",
            "Set Slack__SigningSecret (in Slack: Basic Information, App Credentials) and start again."
        );

    public static IResult NotSigned =>
        Problems.Of(
            401,
            "Not signed by Slack",
            "The signature is missing, wrong, or more than 300 seconds old or early.",
            "Check that Slack__SigningSecret is that of the app, and the host's clock."
        );

    public static IResult TooLarge =>
        Problems.Of(413, "Body too large", "A request may hold at most 256 KB.", "Send less: no request of Slack is that long.");

    public static IResult Malformed(string pointer, string reason) =>
        Problems.Of(400, "The request cannot be read", reason, "Send it as Slack does.", pointer);

    /// <summary>Slack delivers an event again when it gets this; a person sees that the app did not answer.</summary>
    public static IResult Busy(HttpContext context) => Problems.Unavailable(context, TimeSpan.FromSeconds(5));
}
