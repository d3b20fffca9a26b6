using Bot.Cards;
using Gamification;
using Storage;

namespace Bot.Commands;

/// <summary>Who is ahead, where the reader stands, and the same for the channel when they share it.</summary>
public sealed class LeaderboardCommand(BoardGathering boards, Organisation organisation, PointRulesReader rules, ReaderFormats formats)
    : ICommand
{
    public string Name => "leaderboard";

    public string Usage => "[today · week · month · quarter · all] [last] [team · company] [by points · revenue · deals · quotes · target]";

    public FormattableString Help => $"Who is ahead, and where you stand";

    public async Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct)
    {
        var asked = BoardAsked.Parse(request.Arguments);
        var person = request.Person;
        var team = await boards.TeamOfAsync(asked.Choice, person.Team, ct);
        var mode = team?.BoardMode ?? BoardMode.TopThree;
        var format = new ReaderFormat(request.Locale, organisation);
        var view = await boards.ReadAsync(
            Plain(asked.Choice, team, person),
            team,
            person.Id,
            BoardRows.Span(mode),
            format,
            request.Now,
            ct
        );
        var mayShare = request.Place.IsChannel || request.Place.Platform == TeamsPlatform;
        var share = asked.Share && mayShare;

        var before = await boards.BeforeAsync(view, team, person.Id, request.Now, ct);
        var reader = BoardReader.Of(person, team, before, (await rules.TimelineAsync(ct)).On(organisation.DayOf(request.Now)).Rules) with
        {
            MayShare = mayShare,
            Shared = share,
            NotUnderstood = asked.NotUnderstood,
        };
        return new(LeaderboardCard.Compose(view, reader), share ? await PostAsync(view, team, request, ct) : null)
        {
            SaysShared = LeaderboardCard.Shared(format),
        };
    }

    /// <summary>The reader's own team needs no name: the board of it is one choice, not two.</summary>
    private static BoardChoice Plain(BoardChoice choice, TeamView? team, PersonView person) =>
        team is not null && team.Id == person.Team?.Id ? choice with { Team = null } : choice;

    /// <summary>In Teams the answer stands in the person's own chat, whose team's channels it can be shared to.</summary>
    private const string TeamsPlatform = "teams";

    private async Task<Card> PostAsync(BoardView view, TeamView? team, CommandRequest request, CancellationToken ct)
    {
        var choice = BoardChoice.Of(view.Period, team?.Id, view.By);
        var format = await formats.OfChannelAsync(ChannelConnection.ChannelOf(request.Place), ct);
        return BoardPostCard.Compose(await boards.ReadAsync(choice, team, null, BoardPostCard.Span, format, request.Now, ct));
    }
}
