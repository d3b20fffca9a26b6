using Bot.Cards;
using Bot.Goals;
using Gamification;
using Gamification.Goals;
using Gamification.People;
using Storage;

namespace Bot.Commands;

/// <summary>Reads the sections of a dashboard at the same time; one whose store is away is missing, and takes none of the others along.</summary>
public sealed partial class DashboardGathering(
    BoardGathering boards,
    BadgeReader badges,
    GoalReader goals,
    GoalDesk desk,
    PointRulesReader rules,
    Organisation organisation,
    ILogger<DashboardGathering> log
)
{
    public async Task<Dashboard> ReadAsync(CommandRequest request, CancellationToken ct)
    {
        var format = new ReaderFormat(request.Locale, organisation);
        var board = TryAsync(() => BoardAsync(request, format, ct), "board");
        var cabinet = TryAsync(() => CabinetAsync(request.Person, format, ct), "badges");
        var standings = TryAsync(() => GoalsAsync(request, ct), "goals");
        await Task.WhenAll(board, cabinet, standings);
        return new(await board, await cabinet, await standings, format);
    }

    private async Task<DashboardBoard> BoardAsync(CommandRequest request, ReaderFormat format, CancellationToken ct)
    {
        var person = request.Person;
        var choice = new BoardChoice();
        var team = await boards.TeamOfAsync(choice, person.Team, ct);
        var span = BoardRows.Glance(team?.BoardMode ?? BoardMode.TopThree);
        var view = await boards.ReadAsync(choice, team, person.Id, span, format, request.Now, ct);
        var before = await boards.BeforeAsync(view, team, person.Id, request.Now, ct);
        var today = (await rules.TimelineAsync(ct)).On(organisation.DayOf(request.Now)).Rules;
        return new(view, BoardReader.Of(person, team, before, today));
    }

    private async Task<Cabinet> CabinetAsync(PersonView person, ReaderFormat format, CancellationToken ct) =>
        new(null, null, ShowsProgress: true, await badges.OfAsync(person.Id, ct), format);

    /// <summary>Who comes for the first time is given the default goals before.</summary>
    private async Task<IReadOnlyList<GoalStanding>> GoalsAsync(CommandRequest request, CancellationToken ct)
    {
        var person = request.Person.Id;
        await desk.VisitAsync(person, ct);
        return await goals.OfAsync(person, person, request.Now, ct);
    }

    private async Task<T?> TryAsync<T>(Func<Task<T>> read, string section)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (Exception away) when (StoreUnavailableException.IsMeantBy(away))
        {
            SectionIsAway(log, away, section);
            return null;
        }
    }

    [LoggerMessage(3051, LogLevel.Warning, "The section {Section} of a dashboard found the store away")]
    private static partial void SectionIsAway(ILogger logger, Exception away, string section);
}
