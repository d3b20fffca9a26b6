using System.Globalization;
using NodaTime;

namespace Bot.Demo;

/// <summary>One working day of one rep: quotes, what became of their deals, and clients who write.</summary>
internal sealed class RepDay
{
    private readonly DemoRep rep;
    private readonly Random dice;
    private readonly Instant opens;
    private readonly string prefix;
    private readonly List<DemoEvent> events = [];

    private RepDay(DemoRep rep, Instant opens, string name)
    {
        (this.rep, this.opens) = (rep, opens);
        prefix = $"{rep.Id}-{name}";
        dice = new(SeedOf(prefix));
    }

    public static IReadOnlyList<DemoEvent> Of(DemoRep rep, LocalDate date, DateTimeZone zone)
    {
        var day = new RepDay(
            rep,
            date.At(new LocalTime(9, 0)).InZoneLeniently(zone).ToInstant(),
            date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)
        );
        if (!day.Chance(6)) // one day in sixteen is a day off
            day.Work(day.dice.Next(Math.Max(1, rep.Quotes - 2), rep.Quotes + 2), day.dice.Next(2, 6));
        return day.events;
    }

    /// <summary>Somebody is always at work when the demo starts, whatever the hour, so that the board of today is not empty.</summary>
    public static IReadOnlyList<DemoEvent> LastHour(DemoRep rep, Instant end)
    {
        var hour = new RepDay(rep, end - Duration.FromMinutes(70), "last");
        if (rep == DemoCompany.Newcomer || hour.Chance(60))
            for (var index = 1; index <= hour.dice.Next(1, 3); index++)
                hour.Quote(index, hour.opens + Duration.FromMinutes(hour.dice.Next(1, 60)));
        return hour.events;
    }

    private void Work(int quotes, int clients)
    {
        for (var index = 1; index <= quotes; index++)
            Quote(index, Moment());
        for (var index = 1; index <= clients; index++)
            Converse(index, Moment());
    }

    private void Quote(int index, Instant at)
    {
        var deal = $"{prefix}-d{index}";
        var amount = Math.Round(rep.Deal * (0.5m + (decimal)dice.NextDouble() * 1.1m), 2);
        Add(CrmEvent.Quote($"{prefix}-q{index}", at.ToDateTimeOffset(), rep.Email, deal, amount));
        if (Chance(3))
            Add(CrmEvent.Voided($"{prefix}-v{index}", Later(at, 1).ToDateTimeOffset(), $"{prefix}-q{index}"));
        else if (Chance(rep.WinsPercent))
            Win(index, deal, amount, Later(at, dice.Next(1, 6)));
    }

    private void Win(int index, string deal, decimal amount, Instant at)
    {
        // A few are entered in the CRM a day or two after they were signed: late, and inside the grace.
        Add(
            CrmEvent.Won($"{prefix}-w{index}", at.ToDateTimeOffset(), rep.Email, deal, amount),
            Chance(4) ? Duration.FromHours(30) : Duration.Zero
        );
        if (!Chance(4))
            return;

        var reopened = at + Duration.FromHours(26);
        Add(CrmEvent.Reopened($"{prefix}-o{index}", reopened.ToDateTimeOffset(), deal));
        if (Chance(50))
            Add(CrmEvent.Won($"{prefix}-x{index}", (reopened + Duration.FromHours(23)).ToDateTimeOffset(), rep.Email, deal, amount));
    }

    private void Converse(int index, Instant at)
    {
        var conversation = $"{prefix}-c{index}";
        var wait = Duration.FromSeconds(dice.Next(60, rep.ReplyMinutes * 120));
        Add(CrmEvent.Received($"{prefix}-m{index}", at.ToDateTimeOffset(), rep.Email, conversation));
        Add(CrmEvent.Replied($"{prefix}-r{index}", (at + wait).ToDateTimeOffset(), rep.Email, conversation));
    }

    private void Add(CrmEvent report, Duration late = default) => events.Add(new(report, Instant.FromDateTimeOffset(report.At) + late));

    /// <summary>Within the nine hours of work.</summary>
    private Instant Moment() => opens + Duration.FromSeconds(dice.Next(9 * 3600));

    /// <summary>Some days later; what would fall on a weekend is moved to the Monday by whoever signs.</summary>
    private static Instant Later(Instant at, int days)
    {
        var later = at + Duration.FromDays(days);
        return later.InUtc().DayOfWeek switch
        {
            IsoDayOfWeek.Saturday => later + Duration.FromDays(2),
            IsoDayOfWeek.Sunday => later + Duration.FromDays(1),
            _ => later,
        };
    }

    private bool Chance(int percent) => dice.Next(100) < percent;

    /// <summary>The same in every process, unlike a string's hash code.</summary>
    private static int SeedOf(string text) => text.Aggregate(17, (seed, letter) => unchecked((seed * 31) + letter));
}
