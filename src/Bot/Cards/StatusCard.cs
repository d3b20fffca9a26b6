using Bot.Channels;
using Gamification.Announcements;
using NodaTime;
using Storage;

namespace Bot.Cards;

/// <param name="Quarantined">Activities that wait for a person, a rate or a word.</param>
/// <param name="WithoutRate">Those of them that wait for a rate.</param>
public sealed record QuarantineCounts(int Quarantined, int WithoutRate);

/// <param name="LastEvent">Null: it never sent anything.</param>
public sealed record ConnectionState(string Name, string Kind, Instant? LastEvent);

/// <summary>A channel with the name of what it hears of.</summary>
public sealed record ChannelState(ChannelView Channel, string? Team);

/// <summary>How the deployment is, as far as somebody may know: a manager hears of the channels of their teams.</summary>
public sealed record StatusView
{
    /// <summary>Null for a manager.</summary>
    public QuarantineCounts? Quarantine { get; init; }

    /// <summary>How each chat platform is reached; null where it is not connected, empty for a manager.</summary>
    public IReadOnlyList<(string Platform, string? How)> Platforms { get; init; } = [];

    /// <summary>Platforms that take nothing at all, a sentence each with the remedy.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    public IReadOnlyList<ConnectionState> Connections { get; init; } = [];
    public IReadOnlyList<ChannelState> Channels { get; init; } = [];
    public required MessageCounts Messages { get; init; }
    public IReadOnlyList<TroubledMessage> Troubled { get; init; } = [];
}

/// <summary>What is connected, what waits and what went wrong, with a way to do something about it.</summary>
public static class StatusCard
{
    private const int MostChannels = 20;
    private const int LongestReason = 160;

    /// <param name="said">What was just done; null when it was only asked for.</param>
    public static Card Compose(StatusView status, CardPart.Text? said, ReaderFormat format) =>
        new(
            format.Say($"Status"),
            [
                .. said is null ? Array.Empty<CardPart>() : [said],
                Summary(status, format),
                new CardPart.Facts([.. Connected(status, format), .. Waiting(status, format)]),
                .. status.Troubles.Select(trouble => new CardPart.Text(trouble, Tone.Warning)),
                .. Paused(status, format),
                .. status.Troubled.Select(message => Trouble(message, format)),
                .. Channels(status, format).ToList() is { Count: > 0 } channels ? [new CardPart.Facts(channels)] : Array.Empty<CardPart>(),
                .. status.Quarantine is { Quarantined: > 0 }
                    ? [new CardPart.Buttons([new(format.Say($"What waits for somebody"), "medalist inbox")])]
                    : Array.Empty<CardPart>(),
            ]
        );

    private static CardPart.Text Summary(StatusView status, ReaderFormat format) =>
        status.Quarantine is null or { Quarantined: 0 }
        && status.Troubles is []
        && status.Messages is { Failed: 0, Unconfirmed: 0 }
        && !status.Channels.Any(state => state.Channel.PausedBecause is not null)
            ? new(format.Say($"Nothing waits for you."), Tone.Good)
            : new(format.Say($"Some things wait for you."), Tone.Warning);

    private static IEnumerable<Fact> Connected(StatusView status, ReaderFormat format)
    {
        foreach (var (platform, how) in status.Platforms)
            yield return new(platform, how ?? format.Say($"not connected"));
        foreach (var connection in status.Connections)
            yield return new(
                $"{CleanText.Of(connection.Name, 60)} ({CleanText.Of(connection.Kind, 40)})",
                connection.LastEvent is { } at ? format.Say($"last event {format.Moment(at)}") : format.Say($"no event yet")
            );
    }

    private static IEnumerable<Fact> Waiting(StatusView status, ReaderFormat format)
    {
        if (status.Quarantine is { } quarantine)
        {
            yield return new(format.Say($"Activities in quarantine"), format.Number(quarantine.Quarantined));
            if (quarantine.WithoutRate > 0)
                yield return new(format.Say($"of them without a rate"), format.Number(quarantine.WithoutRate));
        }

        var messages = status.Messages;
        yield return new(format.Say($"Announcements on their way"), format.Number(messages.Waiting));
        if (messages.Held > 0)
            yield return new(format.Say($"of them held by quiet hours, a budget or working hours"), format.Number(messages.Held));
        yield return new(format.Say($"Announcements refused"), format.Number(messages.Failed));
        yield return new(format.Say($"Announcements unconfirmed"), format.Number(messages.Unconfirmed));
    }

    private static IEnumerable<CardPart> Paused(StatusView status, ReaderFormat format) =>
        status
            .Channels.Where(state => state.Channel.PausedBecause is not null)
            .Take(MostChannels)
            .Select(state => new CardPart.Text(
                format.Say(
                    $"{Name(state.Channel)} is paused: {ChannelWords.Because(state.Channel.PausedBecause!, LongestReason, format)} Type /medalist channel resume there."
                ),
                Tone.Warning
            ));

    private static IEnumerable<Fact> Channels(StatusView status, ReaderFormat format)
    {
        foreach (var state in status.Channels.Where(state => state.Channel.Platform != "web").Take(MostChannels))
            yield return new(
                Name(state.Channel),
                $"{(state.Team is { } team ? CleanText.Of(team, 40) : format.Say($"the whole company"))}, {ChannelWords.Budget(state.Channel.Settings, state.Channel.Platform, format)}"
            );
    }

    private static CardPart.Entry Trouble(TroubledMessage message, ReaderFormat format) =>
        new(
            message.State is DeliveryState.Failed
                ? format.Say($"Refused: {AnnouncementWords.Of(message.Kind, format)} to {To(message.To)}")
                : format.Say($"Unconfirmed: {AnnouncementWords.Of(message.Kind, format)} to {To(message.To)}"),
            string.Join(
                " · ",
                new[]
                {
                    CleanText.Of(message.About, 80),
                    format.Moment(message.At),
                    DeliveryReasons.Said(message.Reason ?? "", LongestReason, format),
                }.Where(text => text.Length > 0)
            ),
            [
                new(format.Say($"Post again"), $"send-again {message.Id}:{message.Attempt}", Answer.Form),
                new(format.Say($"Dismiss"), $"medalist status dismiss {message.Id}"),
            ]
        );

    public static string To(Recipient to) => CleanText.Of(to.Key[(to.Key.IndexOf(':', StringComparison.Ordinal) + 1)..], 60);

    private static string Name(ChannelView channel) => CleanText.Of(channel.Id.Value, 60);
}
