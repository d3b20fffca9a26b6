using System.Globalization;
using Bot.Texts;
using Gamification;
using Gamification.Time;
using NodaTime;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Cards;

/// <summary>Sentences in a reader's language, numbers, dates and money as they are used to them; days are those of the organisation.</summary>
public sealed record ReaderFormat(CultureInfo Culture, Organisation Organisation)
{
    private const string Minus = "−";

    /// <summary>Follows the culture unless somebody chose otherwise.</summary>
    public Language Language { get; init; } = Language.Of(Culture);

    /// <summary>For what everybody in a channel reads.</summary>
    public static ReaderFormat ForEveryone(Organisation organisation) =>
        new((Language.Named(organisation.Language) ?? Language.English).ForEveryone, organisation);

    /// <summary>A sentence in the reader's language.</summary>
    /// <param name="meaning">Tells two meanings of the same English words apart.</param>
    public string Say(FormattableString sentence, string? meaning = null) => Language.Say(sentence, Culture, meaning);

    /// <summary>In the words of one or of several, as the language counts. Where none may be, the words of one have the figure too.</summary>
    public string Count(long count, FormattableString one, FormattableString several) => Say(Language.IsOne(count) ? one : several);

    public string Number(long value) => value < 0 ? Minus + Number(-value) : value.ToString("N0", Culture);

    /// <summary>With its sign in front: <c>+20</c>, <c>−50</c>, <c>0</c>.</summary>
    public string Signed(long value) => Signed(value, Number);

    /// <summary>A score of a board: revenue as an amount whose currency heads the column, a target in percent, else a number.</summary>
    public string Score(long value, BoardBy by) =>
        by switch
        {
            BoardBy.Revenue => Amount(value),
            BoardBy.Target => Percent(value),
            _ => Number(value),
        };

    /// <summary>Hundredths of a percent: <c>110.25 %</c>, <c>100 %</c>.</summary>
    public string Percent(long basisPoints) =>
        basisPoints < 0 ? Minus + Percent(-basisPoints) : $"{(basisPoints / 100m).ToString("#,0.##", Culture)} %";

    public string SignedScore(long value, BoardBy by) => Signed(value, size => Score(size, by));

    /// <summary>Minor units as an amount, without decimals where it is whole: <c>12,300 EUR</c>, <c>99.50 EUR</c>.</summary>
    public string Money(long minorUnits) => $"{Amount(minorUnits)} {Organisation.Currency}";

    /// <summary>Minor units with all decimals of the currency and without its name, so that amounts can be compared: <c>33,000.00</c>.</summary>
    public string Exact(long minorUnits) => minorUnits < 0 ? Minus + Exact(-minorUnits) : Amount(minorUnits, isShort: false);

    /// <summary><c>Sun 22 Nov</c>, or <c>Sun, Nov 22</c> where the month comes first.</summary>
    public string Day(LocalDate day)
    {
        var monthDay = Culture.DateTimeFormat.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal);
        var comma = monthDay.StartsWith('M') ? "," : "";
        return day.ToDateTimeUnspecified().ToString($"ddd{comma} {monthDay}", Culture);
    }

    /// <summary><c>31 Oct</c>, or <c>Oct 31</c> where the month comes first.</summary>
    public string ShortDay(LocalDate day) =>
        day.ToDateTimeUnspecified()
            .ToString(Culture.DateTimeFormat.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal), Culture);

    /// <summary>With the year: <c>22 Nov 2026</c>, <c>Nov 22, 2026</c>.</summary>
    public string Date(LocalDate day)
    {
        var monthDay = Culture.DateTimeFormat.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal);
        var pattern = monthDay.StartsWith('M') ? $"{monthDay}, yyyy" : $"{monthDay} yyyy";
        return day.ToDateTimeUnspecified().ToString(pattern, Culture);
    }

    public string Moment(Instant instant)
    {
        var local = instant.InZone(Organisation.Zone).LocalDateTime;
        return $"{Day(local.Date)} {local.ToDateTimeUnspecified().ToString(Culture.DateTimeFormat.ShortTimePattern, Culture)}";
    }

    /// <summary>The end of something as people say it: midnight belongs to the day that ends.</summary>
    public string End(Instant instant) =>
        instant.InZone(Organisation.Zone).LocalDateTime is var local && local.TimeOfDay == LocalTime.Midnight
            ? $"{Day(local.Date.PlusDays(-1))} 24:00"
            : Moment(instant);

    /// <summary><c>Week 47</c>, <c>November 2026</c>, <c>Q4 2026</c>, <c>Fri 20 Nov</c>, <c>All time</c>.</summary>
    public string Name(Period period) =>
        period switch
        {
            { Kind: PeriodKind.Day, First: { } day } => Day(day),
            { Kind: PeriodKind.Week } => Say($"Week {int.Parse(period.Key.Value.AsSpan(^2..), CultureInfo.InvariantCulture)}"),
            { Kind: PeriodKind.Month, First: { } day } => day.ToDateTimeUnspecified()
                .ToString(Culture.DateTimeFormat.YearMonthPattern, Culture),
            { Kind: PeriodKind.Quarter, First: { } day } => Say(
                $"Q{period.Key.Value[^1..]} {day.Year.ToString(CultureInfo.InvariantCulture)}"
            ),
            { Kind: PeriodKind.Custom, First: { } first, End: { } end } => $"{Day(first)} – {Day(end.PlusDays(-1))}",
            _ => Say($"All time"),
        };

    /// <summary>Where a period stands and until when, with the zone that decides: <c>ends Sun 22 Nov 24:00, Europe/Paris</c>.</summary>
    public string Standing(Period period, PeriodState state)
    {
        var zone = Organisation.Zone.Id;
        if (period.EndIn(Organisation.Zone) is not { } end)
            return Say($"since the first activity, {zone}");

        return state switch
        {
            PeriodState.Running => Say($"ends {End(end)}, {zone}"),
            PeriodState.Ended => Say($"ended {End(end)}, {zone}"),
            PeriodState.Provisional => Say($"ended {End(end)}, {zone} · provisional until {End(end + Organisation.Grace)}"),
            PeriodState.Final => Say($"ended {End(end)}, {zone} · final"),
            PeriodState.Reopened => Say($"ended {End(end)}, {zone} · reopened, being corrected"),
            _ => throw new System.Diagnostics.UnreachableException($"No words for {state}."),
        };
    }

    private string Amount(long minorUnits) => minorUnits < 0 ? Minus + Amount(-minorUnits) : Amount(minorUnits, isShort: true);

    /// <param name="isShort">Whether a whole amount is told without decimals.</param>
    private string Amount(long minorUnits, bool isShort)
    {
        var digits = Currencies.DigitsOf(Organisation.Currency) ?? 2;
        var unit = (long)Math.Pow(10, digits);
        var decimals = isShort && minorUnits % unit == 0 ? "N0" : string.Create(CultureInfo.InvariantCulture, $"N{digits}");
        return ((decimal)minorUnits / unit).ToString(decimals, Culture);
    }

    private static string Signed(long value, Func<long, string> text) =>
        value switch
        {
            > 0 => $"+{text(value)}",
            _ => text(value),
        };
}
