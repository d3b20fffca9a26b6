using Bot.Crm;
using Gamification.Activities;
using NodaTime;

namespace Bot.Import;

/// <summary>What a record of the file says.</summary>
internal abstract record ImportLine
{
    private ImportLine() { }

    /// <param name="Body">The canonical event as it is kept beside the fact.</param>
    public sealed record Right(string Id, Activity Activity, Instant Occurred, string Body) : ImportLine;

    /// <param name="Where">The column or member that is wrong; empty for the whole record.</param>
    public sealed record Wrong(string Where, string Reason, string Remedy) : ImportLine;

    /// <summary>A line without content, between records or at the end.</summary>
    public sealed record Blank : ImportLine;

    /// <summary>An id is what the webhook takes for one, so that the same event is the same by either way.</summary>
    public static ImportLine Of(string? id, CanonicalBody body, Func<string, string> whereOf) =>
        body switch
        {
            CanonicalBody.Invalid(var pointer, var reason, var remedy) => new Wrong(whereOf(pointer), reason, remedy),
            CanonicalBody.Valid when string.IsNullOrEmpty(id) => new Wrong(
                whereOf("/id"),
                "The event's id is missing.",
                "Give every line the CRM's own id of the event: it makes a second import change nothing."
            ),
            CanonicalBody.Valid when !WebhookEndpoint.IsId(id) => new Wrong(
                whereOf("/id"),
                $"An id has at most {WebhookEndpoint.MaxId} printable ASCII characters.",
                "Shorten it."
            ),
            CanonicalBody.Valid(var activity, var occurred, var text) => new Right(id, activity, occurred, text),
            _ => throw new System.Diagnostics.UnreachableException($"No line for {body.GetType().Name}."),
        };
}
