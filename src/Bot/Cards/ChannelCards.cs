using Bot.Channels;
using Gamification;
using Storage;

namespace Bot.Cards;

/// <summary>Connecting a chat channel to a team, step by step.</summary>
public static class ChannelCards
{
    private const int LongestTeam = 40;

    public static Card NotInChannel(ReaderFormat format) =>
        new(
            format.Say($"Which channel?"),
            [new CardPart.Text(format.Say($"Type /medalist channel in the channel that should hear of a team. Here we are alone."))]
        );

    public static Card NotConnected(ChannelId channel, ReaderFormat format) =>
        new(
            format.Say($"This channel is not connected yet"),
            [
                new CardPart.Text(format.Say($"First choose the team it hears of.")),
                new CardPart.Buttons([new(format.Say($"Connect it"), ChannelLine.Of(channel), Primary: true)]),
            ]
        );

    /// <summary>How the channel's posts call the person they are about.</summary>
    public static Card Mentions(ChannelId channel, ChannelMention mention, bool isChanged, ReaderFormat format) =>
        new(
            format.Say($"Mentions in this channel"),
            [
                .. isChanged ? [new CardPart.Text(format.Say($"Saved."), Tone.Good)] : Array.Empty<CardPart>(),
                new CardPart.Text(
                    mention is ChannelMention.Person
                        ? format.Say($"Posts mention the person they are about, so that they are notified. Nobody else is.")
                        : format.Say($"Posts call people by their name and notify nobody.")
                ),
                new CardPart.Selector(
                    "mention",
                    format.Say($"Posts call people"),
                    [
                        new(format.Say($"By name"), ChannelLine.Of(channel, "mention name"), mention is ChannelMention.Name),
                        new(format.Say($"With a mention"), ChannelLine.Of(channel, "mention person"), mention is ChannelMention.Person),
                    ]
                ),
            ]
        );

    /// <summary>To those who can mend it.</summary>
    /// <param name="team">Null: the whole company, or a team that is gone.</param>
    public static Card Paused(string platform, TeamView? team, ChannelTrouble trouble, ReaderFormat format) =>
        new(
            format.Say($"Posts to a channel wait"),
            [
                new CardPart.Text(
                    platform == "teams"
                        ? format.Say(
                            $"The Teams channel of {NameOf(team, format)} gets no posts: {ChannelWords.Happened(trouble, format)}."
                        )
                        : format.Say(
                            $"The Slack channel of {NameOf(team, format)} gets no posts: {ChannelWords.Happened(trouble, format)}."
                        ),
                    Tone.Warning
                ),
                new CardPart.Text(Remedy(trouble, format)),
                new CardPart.Text(
                    format.Say($"Nothing is lost: what is earned meanwhile counts, and what waits is posted then."),
                    Tone.Subtle
                ),
            ]
        );

    private static string Remedy(ChannelTrouble trouble, ReaderFormat format) =>
        trouble.Code switch
        {
            "archived" => format.Say($"Unarchive it, then type /medalist channel there."),
            "deleted" => format.Say($"Type /medalist channel in the channel that shall hear of the team from now on."),
            _ => format.Say($"Add Medalist to it again, then type /medalist channel there."),
        };

    public static Card Connected(TeamView? team, ReaderFormat format) =>
        new(
            format.Say($"Channel connected"),
            [
                new CardPart.Text(
                    format.Say(
                        $"This channel now hears of {NameOf(team, format)}: badges as they are earned, and the board of every ended week and month."
                    ),
                    Tone.Good
                ),
                new CardPart.Text(format.Say($"To connect it to another team, type /medalist channel again."), Tone.Subtle),
            ]
        );

    /// <param name="teams">Those the person may connect.</param>
    /// <param name="current">What the channel is connected to; null when to nothing.</param>
    public static Card Choose(
        ChannelId channel,
        IReadOnlyList<TeamView> teams,
        bool mayCompany,
        ConnectedChannel? current,
        string? unknown,
        ReaderFormat format
    ) =>
        new(
            format.Say($"Which team is this channel for?"),
            [.. Opening(current is not null, unknown, format), .. Options(channel, teams, mayCompany, current, format)]
        );

    private static IEnumerable<CardPart> Opening(bool isConnected, string? unknown, ReaderFormat format)
    {
        if (unknown is not null)
            yield return new CardPart.Text(
                format.Say($"There is no team “{CleanText.Of(unknown, LongestTeam)}”. Choose one:"),
                Tone.Warning
            );
        else if (!isConnected)
            yield return new CardPart.Text(format.Say($"This channel is not connected yet."));
    }

    private static IEnumerable<CardPart> Options(
        ChannelId channel,
        IReadOnlyList<TeamView> teams,
        bool mayCompany,
        ConnectedChannel? current,
        ReaderFormat format
    )
    {
        var options = teams
            .Select(team => new Option(
                CleanText.Of(team.Name, LongestTeam),
                ChannelLine.Of(channel, team.Id.Value),
                current?.Team == team.Id
            ))
            .ToList();
        if (mayCompany)
            options.Add(new(format.Say($"The whole company"), ChannelLine.Of(channel, "company"), current is { Team: null }));

        return options.Count == 0
            ? [new CardPart.Text(format.Say($"There is no team yet. An admin creates teams by the API: PUT /api/v1/teams/{{id}}."))]
            : [new CardPart.Selector("team", format.Say($"Team"), options)];
    }

    private static string NameOf(TeamView? team, ReaderFormat format) =>
        team is null ? format.Say($"the whole company") : CleanText.Of(team.Name, LongestTeam);
}
