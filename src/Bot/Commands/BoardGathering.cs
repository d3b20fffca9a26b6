using Bot.Cards;
using Gamification;
using Gamification.Points;
using NodaTime;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Commands;

/// <summary>Reads what a board's card is composed from.</summary>
public sealed class BoardGathering(
    Boards boards,
    TargetBoards targets,
    CloseReader closes,
    DirectoryReader directory,
    Organisation organisation
)
{
    /// <summary>The team whose board is meant; null for the organisation, also where nobody has a team or the team is gone.</summary>
    public async Task<TeamView?> TeamOfAsync(BoardChoice choice, TeamView? own, CancellationToken ct) =>
        choice switch
        {
            { Company: true } => null,
            { Team: { } id } => (await directory.TeamsAsync(ct)).FirstOrDefault(team =>
                string.Equals(team.Id.Value, id, StringComparison.OrdinalIgnoreCase)
            ),
            _ => own,
        };

    public async Task<BoardView> ReadAsync(
        BoardChoice choice,
        TeamView? team,
        PersonId? viewer,
        (int Top, int Around) span,
        ReaderFormat format,
        Instant now,
        CancellationToken ct
    )
    {
        var period = choice.PeriodOn(organisation.DayOf(now));
        var by = choice.By ?? (team?.BoardMode is BoardMode.Target ? BoardBy.Target : BoardBy.Points);
        var slice = BoardChoice.MeasureOf(by) is { } measure
            ? await boards.SliceAsync(new(KeyOf(team), period.Key, measure), viewer, span.Top, span.Around, ct)
            : await targets.SliceAsync(team?.Id, period, viewer, span, now, ct);
        var state = PeriodStates.Of(period, await closes.FindAsync(period.Key, ct), now, organisation);
        var scope = team is null ? format.Say($"Company") : BoardNames.Clean(team.Name);
        return new(choice with { Company = team is null }, period, state, scope, by, slice, format);
    }

    /// <summary>What the same person had after as many days of the period before.</summary>
    public async Task<(long? Score, int? Days)> BeforeAsync(
        BoardView view,
        TeamView? team,
        PersonId person,
        Instant now,
        CancellationToken ct
    )
    {
        if (
            view.Slice.Viewer is null
            || BoardChoice.MeasureOf(view.By) is not { } measure
            || view.Period.Previous is not { First: { } first, End: { } end }
        )
            return (null, null);

        var days = DaysSoFar(view.Period, organisation.DayOf(now));
        var until = days is { } count && first.PlusDays(count) < end ? first.PlusDays(count) : end;
        return (await boards.SumAsync(KeyOf(team), person, first, until, measure, ct), until == end ? null : days);
    }

    private static BoardKey KeyOf(TeamView? team) => team is null ? BoardKey.Organisation : BoardKey.Team(team.Id);

    /// <summary>Today included; null when the period is over.</summary>
    private static int? DaysSoFar(Period period, LocalDate today) =>
        period is { First: { } first, End: { } end } && today < end ? NodaTime.Period.DaysBetween(first, today) + 1 : null;
}
