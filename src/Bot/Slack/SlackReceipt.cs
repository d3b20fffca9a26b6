using System.Text.Json.Nodes;

namespace Bot.Slack;

/// <summary>What Slack hears at once about what it brought, whichever way it came: as a response, or as an acknowledgement of a socket.</summary>
internal abstract record SlackReceipt
{
    private SlackReceipt() { }

    /// <param name="Body">The answer itself, where there is one already.</param>
    public sealed record Taken(JsonObject? Body = null) : SlackReceipt;

    /// <summary>Nothing was done; Slack brings it again, or says that the app did not answer.</summary>
    public sealed record Busy : SlackReceipt;

    /// <param name="Pointer">Where it is wrong, as a JSON pointer.</param>
    public sealed record Malformed(string Pointer, string Reason) : SlackReceipt;

    public static SlackReceipt Done { get; } = new Taken();

    public static SlackReceipt NoRoom { get; } = new Busy();

    public IResult ToResult(HttpContext context) =>
        this switch
        {
            Taken(null) => Results.Ok(),
            Taken({ } body) => Results.Text(body.ToJsonString(), "application/json"),
            Malformed(var pointer, var reason) => SlackProblems.Malformed(pointer, reason),
            _ => SlackProblems.Busy(context),
        };
}
