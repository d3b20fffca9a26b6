using Gamification.Announcements;
using Storage;

namespace Bot.Api;

internal sealed record RecipientAnswer(string? Channel, string? Person);

/// <param name="Id">Unique: what it is about and to whom.</param>
internal sealed record AnnouncementAnswer(
    string Id,
    string Kind,
    string About,
    RecipientAnswer To,
    string State,
    DateTimeOffset At,
    string? Reason
);

internal static class AnnouncementEndpoint
{
    private const int Most = 1_000;

    public static void MapAnnouncements(this IEndpointRouteBuilder api) =>
        api.MapGet("/announcements", ListAsync)
            .Produces<IReadOnlyList<AnnouncementAnswer>>()
            .ProducesProblem(400)
            .WithSummary("Announcements and notices, newest first; state=pending·sending·sent·failed·unknown");

    private static async Task<IResult> ListAsync(string? state, AnnouncementReader announcements, CancellationToken ct)
    {
        DeliveryState? wanted = null;
        if (state is not null)
        {
            if (
                !Enum.TryParse<DeliveryState>(state, ignoreCase: true, out var parsed)
                || !Enum.IsDefined(parsed)
                || !state.All(char.IsAsciiLetter)
            )
                return Problems.Of(
                    400,
                    "Unknown state",
                    $"'{state}' is no state of a delivery.",
                    "Use pending, sending, sent, failed or unknown."
                );
            wanted = parsed;
        }
        var views = await announcements.ListAsync(wanted, Most, ct);
        return TypedResults.Ok<IReadOnlyList<AnnouncementAnswer>>([.. views.Select(AnswerOf)]);
    }

    private static AnnouncementAnswer AnswerOf(AnnouncementView view) =>
        new(
            view.Id,
            view.Kind,
            view.About,
            view.To switch
            {
                Recipient.Channel(var id) => new(id.Value, null),
                Recipient.Person(var id) => new(null, id.Value),
                _ => throw new System.Diagnostics.UnreachableException($"No answer for {view.To.GetType().Name}."),
            },
            view.State.ToString().ToLowerInvariant(),
            view.At.ToDateTimeOffset(),
            view.Reason
        );
}
