using Bot.Texts;
using Gamification;
using Gamification.Announcements;
using Storage;

namespace Bot.Cards;

/// <summary>What a connected channel hears of, how often and when, with a way to change each.</summary>
public static class ChannelSettingsCard
{
    private const int LongestReason = 200;

    /// <param name="team">Null: the organisation.</param>
    /// <param name="said">What was just done, or why not; null when it was only asked for.</param>
    public static Card Compose(ChannelView channel, TeamView? team, CardPart.Text? said, ReaderFormat format) =>
        new(
            format.Say($"This channel"),
            [
                .. said is null ? Array.Empty<CardPart>() : [said],
                .. channel.PausedBecause is { } reason ? Paused(channel.Id, reason, format) : [],
                new CardPart.Facts([.. Facts(channel, team, format)]),
                new CardPart.Buttons([
                    new(format.Say($"Edit"), $"channel {channel.Id.Value}", Answer.Form, Primary: true),
                    new(format.Say($"Mentions"), ChannelLine.Of(channel.Id, "mention")),
                    new(format.Say($"Another team"), ChannelLine.Of(channel.Id, "connect")),
                    .. channel.PausedBecause is null
                        ? [new Button(format.Say($"Pause"), ChannelLine.Of(channel.Id, "pause"))]
                        : Array.Empty<Button>(),
                ]),
                new CardPart.Text(
                    format.Say(
                        $"Or type: /medalist channel budget 4 · quiet 20:00-08:00 · kinds badges off · board weekly friday 16:00 · language es"
                    ),
                    Tone.Subtle
                ),
            ]
        );

    private static IEnumerable<CardPart> Paused(ChannelId channel, string reason, ReaderFormat format) =>
        [
            new CardPart.Text(
                format.Say($"Paused: {ChannelWords.Because(reason, LongestReason, format)} What would be posted here waits."),
                Tone.Warning
            ),
            new CardPart.Buttons([new(format.Say($"Resume"), ChannelLine.Of(channel, "resume"), Primary: true)]),
        ];

    private static IEnumerable<Fact> Facts(ChannelView channel, TeamView? team, ReaderFormat format)
    {
        var settings = channel.Settings;
        yield return new(format.Say($"Hears of"), team is null ? format.Say($"the whole company") : CleanText.Of(team.Name, 40));
        yield return new(format.Say($"Posts"), Kinds(settings, format));
        yield return new(format.Say($"At most"), ChannelWords.Budget(settings, channel.Platform, format));
        yield return new(
            format.Say($"Quiet hours"),
            settings.Quiet is { } quiet
                ? format.Say(
                    $"{Bot.Forms.TypedTime.Show(quiet.From)} to {Bot.Forms.TypedTime.Show(quiet.To)}, {format.Organisation.Zone.Id}"
                )
                : format.Say($"none")
        );
        yield return new(format.Say($"Boards"), Boards(settings, format));
        yield return new(
            format.Say($"Mentions"),
            channel.Mention is ChannelMention.Person ? format.Say($"people are notified") : format.Say($"by name only")
        );
        yield return new(
            format.Say($"Language"),
            settings.Language is { } name && Language.Named(name) is { } language
                ? ChannelWords.LanguageName(language)
                : format.Say($"the company’s")
        );
    }

    private static string Kinds(ChannelSettings settings, ReaderFormat format)
    {
        var on = PostKind.All.Where(settings.Hears).Select(kind => ChannelWords.Label(kind, format)).ToList();
        return on.Count == 0 ? format.Say($"none: every kind is off") : string.Join(", ", on);
    }

    private static string Boards(ChannelSettings settings, ReaderFormat format)
    {
        var times = settings.Hears(PostKinds.Boards) ? ChannelWords.Sentences(settings.Boards, format) : [];
        return times.Count == 0 ? format.Say($"none") : string.Join("; ", times);
    }
}
