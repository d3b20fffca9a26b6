using Bot.Demo;
using NodaTime;

namespace Bot.Tests.Web;

public sealed class DemoHistoryTests
{
    private static readonly Instant End = Instant.FromUtc(2026, 11, 18, 14, 30);
    private static readonly Instant Start = End - Duration.FromDays(21);
    private static readonly IReadOnlyList<DemoStep> Steps = DemoHistory.Between(Start, End);

    [Fact]
    public void The_same_weeks_have_the_same_events_with_the_same_ids()
    {
        var again = DemoHistory.Between(Start, End);

        Assert.Equal(Bodies(Steps), Bodies(again));
    }

    [Fact]
    public void Three_weeks_hold_some_thousand_events_of_twelve_people_with_ids_of_their_own()
    {
        var events = Steps.SelectMany(step => step.Events).ToList();

        Assert.InRange(events.Count, 1500, 4000);
        Assert.Equal(events.Count, events.Select(report => report.Id).Distinct().Count());
        Assert.Equal(12, events.Select(report => report.Data["owner"]?.ToString()).OfType<string>().Distinct().Count());
    }

    [Fact]
    public void The_clock_only_goes_forward_ends_at_the_present_and_no_event_comes_before_it_happened()
    {
        Assert.Equal(Steps.Select(step => step.At).Order(), Steps.Select(step => step.At));
        Assert.Equal(End.ToDateTimeOffset(), Steps[^1].At);
        Assert.All(Steps, step => Assert.All(step.Events, report => Assert.True(report.At <= step.At)));
    }

    [Fact]
    public void It_has_what_real_weeks_have_voids_reopened_deals_and_late_reports()
    {
        var types = Steps.SelectMany(step => step.Events).Select(report => report.Type).ToHashSet();
        var late = Steps.SelectMany(step => step.Events.Where(report => report.At < step.At.AddHours(-24)));

        Assert.Superset(new HashSet<string> { "quote.voided", "deal.reopened", "client.message.replied" }, types);
        Assert.NotEmpty(late);
    }

    [Fact]
    public void The_newcomer_has_quotes_and_no_deal()
    {
        var own = Steps
            .SelectMany(step => step.Events)
            .Where(report => report.Data["owner"]?.ToString() == DemoCompany.Newcomer.Email)
            .ToList();

        Assert.Contains(own, report => report.Type == "quote.sent");
        Assert.DoesNotContain(own, report => report.Type == "deal.closed");
    }

    [Fact]
    public void The_last_hour_before_the_demo_starts_is_busy_even_on_a_Sunday_night()
    {
        var night = Instant.FromUtc(2026, 11, 22, 22, 0);

        var last = DemoHistory.Between(night - Duration.FromDays(2), night).SelectMany(step => step.Events);

        Assert.True(last.Count(report => report.At > night.ToDateTimeOffset().AddHours(-2)) >= 5);
    }

    private static IEnumerable<string> Bodies(IEnumerable<DemoStep> steps) =>
        steps.SelectMany(step =>
            step.Events.Select(report => $"{step.At:O} {report.Id} {System.Text.Encoding.UTF8.GetString(report.Body())}")
        );
}
