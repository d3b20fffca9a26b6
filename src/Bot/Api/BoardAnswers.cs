using Bot.Settings;
using Gamification;
using Gamification.Points;
using Gamification.Time;
using NodaTime;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Api;

/// <summary>A board with its period's bounds and state, as the API answers it.</summary>
internal sealed class BoardAnswers(Boards boards, TargetBoards targets, CloseReader closes, Organisation organisation, TimeProvider clock)
{
    private static readonly string?[] Medals = ["gold", "silver", "bronze"];

    /// <summary>The named period, or the current one of a kind; null when it is none.</summary>
    public Period? PeriodOf(string? kind, string? key)
    {
        if (key is not null)
            return Period.Parse(new(key));

        var today = organisation.DayOf(clock.Now());
        return kind switch
        {
            null or "week" => Period.Of(PeriodKind.Week, today),
            "day" or "today" => Period.Of(PeriodKind.Day, today),
            "month" => Period.Of(PeriodKind.Month, today),
            "quarter" => Period.Of(PeriodKind.Quarter, today),
            "all" => Period.All,
            _ => null,
        };
    }

    public async Task<BoardAnswer> ReadAsync(BoardKey board, Period period, BoardMeasure by, CancellationToken ct) =>
        await AnswerAsync(await boards.AllAsync(new(board, period.Key, by), ct), period, unit: 1, ct);

    /// <summary>By percent of own target.</summary>
    /// <param name="team">Null: the organisation's.</param>
    public async Task<BoardAnswer> ByTargetAsync(TeamId? team, Period period, CancellationToken ct) =>
        await AnswerAsync(await targets.AllAsync(team, period, clock.Now(), ct), period, unit: 100, ct);

    /// <param name="unit">How many of a score make one as it is answered.</param>
    private async Task<BoardAnswer> AnswerAsync(IReadOnlyList<BoardRow> rows, Period period, decimal unit, CancellationToken ct)
    {
        var end = period.EndIn(organisation.Zone);
        return new(
            period.Key.Value,
            organisation.Zone.Id,
            period.StartIn(organisation.Zone)?.ToDateTimeOffset(),
            end?.ToDateTimeOffset(),
            await StateAsync(period, end, ct),
            [.. rows.Select(row => new BoardRowAnswer(row.Rank, row.Person.Value, row.Name, row.Score / unit, MedalOf(row)))]
        );
    }

    private async Task<string> StateAsync(Period period, Instant? end, CancellationToken ct) =>
        (await closes.FindAsync(period.Key, ct))?.State switch
        {
            CloseState.Closed => "closed",
            CloseState.Reopened => "reopened",
            _ when end <= clock.Now() && period.Kind is not (PeriodKind.Day or PeriodKind.All) => "grace",
            _ => "open",
        };

    private static string? MedalOf(BoardRow row) => row is { Rank: <= 3, Score: > 0 } ? Medals[row.Rank - 1] : null;
}
