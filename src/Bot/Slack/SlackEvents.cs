using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Channels;
using Bot.Errands;
using Bot.Play;
using Bot.Slack.Errands;
using Gamification;

namespace Bot.Slack;

/// <summary>The Events API: words written to the bot or with its name, home tabs that are opened, and what becomes of people; each answered once.</summary>
internal sealed class SlackEvents(
    SlackGate gate,
    SlackMentions mentions,
    SlackHome home,
    SlackRoster roster,
    ChannelLife channels,
    PlatformHealth health,
    SlackDoing doing,
    ILogger<SlackEvents> log
)
{
    public async Task<IResult> ReceiveAsync(HttpContext context)
    {
        var admission = await gate.AdmitAsync(context.Request, context.RequestAborted);
        if (admission is not Admission.Granted(var body))
            return ((Admission.Denied)admission).Answer;

        return Read(body) switch
        {
            null => SlackProblems.Malformed("", "The body is no JSON of an event."),
            { Type: "url_verification", Challenge: { } challenge } => Echo(challenge),
            { Type: "url_verification" } => SlackProblems.Malformed("/challenge", "The challenge is missing."),
            var payload => (await TakeAsync(payload)).ToResult(context),
        };
    }

    public async Task<SlackReceipt> TakeAsync(EventPayload payload) =>
        payload switch
        {
            { Type: "event_callback" } when Departure.Of(payload) is { } because => LockedOut(because),
            { Type: "event_callback", EventId: { } id } when IsId(id) => await TakeAsync(id, payload),
            { Type: "event_callback" } => new SlackReceipt.Malformed("/event_id", "The event has no usable id."),
            { Type: var type } => Ignore(type),
        };

    private async Task<SlackReceipt> TakeAsync(string id, EventPayload payload)
    {
        if (Errand(payload) is not { } errand)
            return Ignore(payload.Type);

        var kept = await doing.KeepAsync(id, errand);
        switch (kept)
        {
            case Kept.Before:
                log.Repeated(id);
                return SlackReceipt.Done;
            case Kept.Not(_, var storing):
                // Slack brings it again; what is stored in the end is this host's to do all the same.
                doing.Begin(kept, id, async ct => await storing is null ? ErrandOutcome.Done : await RunAsync(errand, id, false, ct));
                return SlackReceipt.NoRoom;
            default:
                doing.Begin(kept, id, ct => RunAsync(errand, id, isLast: false, ct));
                return SlackReceipt.Done;
        }
    }

    /// <param name="isLast">Whether a database that is away is no reason to try again.</param>
    public async Task<ErrandOutcome> RunAsync(SlackErrand errand, string id, bool isLast, CancellationToken ct)
    {
        switch (errand)
        {
            case SlackErrand.Words(var written):
                return await mentions.RunAsync(written, id, isLast, ct);
            case SlackErrand.Home(var opened):
                return await home.OpenAsync(opened, ct) || isLast ? ErrandOutcome.Done : ErrandOutcome.Again;
            case SlackErrand.Place(var place):
                await TakeAsync(place, ct);
                return ErrandOutcome.Done;
            case SlackErrand.Colleague(var changed):
                await roster.TakeAsync(changed, ct);
                return ErrandOutcome.Done;
            default:
                throw new UnreachableException($"No event asks for {errand.GetType().Name}.");
        }
    }

    private Task<bool> TakeAsync(ChangedChannel place, CancellationToken ct)
    {
        var channel = new ChannelId($"{SlackDoing.Platform}:{place.Channel}");
        return place.Trouble is { } trouble
            ? channels.PauseAsync(channel, ChannelTrouble.Of(trouble), ct)
            : channels.ReturnAsync(channel, ct);
    }

    /// <summary>The app was uninstalled, or its token taken back: the next call finds out too, this only says it sooner.</summary>
    private SlackReceipt LockedOut(string because)
    {
        health.Fails(
            SlackDoing.Platform,
            $"Slack took the app's access back ({because}): what is planned for Slack waits. Install the app again and set Slack__BotToken."
        );
        return SlackReceipt.Done;
    }

    /// <summary>What an event asks for; null for one that asks nothing of us.</summary>
    private static SlackErrand? Errand(EventPayload payload) =>
        WrittenLine.Of(payload) is { } written ? new SlackErrand.Words(written)
        : OpenedHome.Of(payload) is { } opened ? new SlackErrand.Home(opened)
        : ChangedChannel.Of(payload) is { } place ? new SlackErrand.Place(place)
        : ChangedUser.Of(payload) is { } changed ? new SlackErrand.Colleague(changed)
        : null;

    /// <summary>What a database can hold as a key.</summary>
    private static bool IsId(string id) => id.Length is > 0 and <= 100 && id.All(char.IsAscii) && !id.Any(char.IsControl);

    private SlackReceipt Ignore(string? type)
    {
        log.Ignored(type ?? "none");
        return SlackReceipt.Done;
    }

    private static IResult Echo(string challenge) =>
        Results.Text(new JsonObject { ["challenge"] = challenge }.ToJsonString(), "application/json");

    private static EventPayload? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, SlackPayloads.Default.EventPayload);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
