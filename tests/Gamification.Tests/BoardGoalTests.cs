using Gamification.Goals;
using Gamification.Leaderboards;
using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Tests;

/// <summary>Whose percent a board by own target shows.</summary>
public sealed class BoardGoalTests
{
    private static readonly Organisation Paris = new(DateTimeZoneProviders.Tzdb["Europe/Paris"], "EUR", 1000, Duration.FromHours(48));
    private static readonly Period November = Period.Of(PeriodKind.Month, new(2026, 11, 18));

    [Theory]
    [InlineData("early", "late", "early")]
    [InlineData("early", "late board", "late")]
    [InlineData("early board", "late board", "early")]
    [InlineData("early draft", "late", "late")]
    [InlineData("early shadow board", "late", "late")]
    [InlineData("early team board", "late", "late")]
    [InlineData("early own", "late", "late")]
    [InlineData("early october", "late", "late")]
    [InlineData("early week", "late", "late")]
    [InlineData("early archived", "late", "late")]
    [InlineData("early draft", "late own", null)]
    public void It_is_the_one_marked_so_else_the_oldest_that_is_given_and_played(string first, string second, string? chosen)
    {
        Goal[] goals = [Goal(first, 1), Goal(second, 2)];

        Assert.Equal(chosen, BoardGoal.Of(goals, November, Paris)?.Id.Value);
        Assert.Equal(chosen, BoardGoal.Of(goals.Reverse(), November, Paris)?.Id.Value);
    }

    private static Goal Goal(string words, int day)
    {
        bool Is(string word) => words.Split(' ').Contains(word);
        var made = Instant.FromUtc(2026, 11, day, 9, 0);
        var subject = Is("team") ? SubjectId.OfTeam(new("emea")) : SubjectId.Of(new PersonId("ana"));
        var plan = new GoalPlan("Push", new Dictionary<PersonId, long>(), Is("board"), [], null, Collective.Default, null);
        var kind = Is("week") ? PeriodKind.Week : PeriodKind.Month;
        return new(
            new(words.Split(' ')[0]),
            Is("own") ? new PersonId("ana") : null,
            subject,
            Metric.Quotes,
            kind,
            made,
            Is("archived") ? made : null,
            null,
            true,
            1,
            [new(1, new(2026, 10, 1), 10, made, "mara") { Plan = Is("own") ? null : plan }],
            []
        )
        {
            Assignment = Is("own") ? null : new(Is("draft") ? null : made, Is("shadow"), Is("october") ? new PeriodKey("2026-10") : null),
        };
    }
}
