using CsCheck;
using Gamification.Activities;
using Gamification.People;
using Gamification.Points;
using Gamification.Tests.Playing;
using Gamification.Time;
using NodaTime;

namespace Gamification.Tests;

/// <summary>Calendars and teams that change afterwards end in what they would have given from the start; deriving again posts nothing.</summary>
public sealed class RecountTests
{
    private static readonly TeamId South = new("south");

    [Fact]
    public void Deriving_everything_again_posts_nothing() =>
        Histories.All.Sample(
            history =>
            {
                var keeper = Play(Histories.People, history);
                Assert.Empty(keeper.Verify());
                Assert.False(keeper.RecountEverything());
                Result.Same(Play(Histories.People, history), keeper);
            },
            iter: ConvergenceTests.Count,
            threads: 1
        );

    [Fact]
    public void A_calendar_and_a_team_that_change_afterwards_end_as_if_they_had_held_before() =>
        Gen.Select(Histories.All, Gen.Int[0, Histories.People.Count - 1], Gen.Int[0, 3])
            .Sample(
                (history, who, change) =>
                {
                    var people = Histories.People.ToList();
                    people[who] = Changed(people[who], change);
                    var late = Play(Histories.People, history);
                    late.Change(people[who]);
                    Result.Same(Play(people, history), late);
                    Assert.Empty(late.Verify());
                    Assert.False(late.RecountEverything());
                },
                iter: ConvergenceTests.Count,
                threads: 1
            );

    [Fact]
    public void Time_off_entered_later_shortens_the_reply_it_lay_in()
    {
        var company = new Company();
        company.Play(company.Asks("2026-11-17 17:50", "c1"), company.Replies("2026-11-19 09:04", "c1"));
        Assert.Equal(5, company.Points("ann"));

        company.Keeper.Change(Company.Person("ann") with { Calendars = [Off(new(2026, 11, 18))] });

        Assert.Equal(5 + 5, company.Points("ann"));
        Assert.Equal(14 * 60, company.Keeper.Entries.Last(entry => entry.Key.Rule == RuleNames.Reply).ReplySeconds);
    }

    [Fact]
    public void A_team_from_an_earlier_day_on_takes_the_points_of_its_days_with_it()
    {
        var company = new Company(Company.Person("ann", team: "north"));
        company.Play(company.Quote("2026-11-17 10:00", "q1"), company.Quote("2026-11-18 10:00", "q2"));
        Assert.Equal(30, company.Sum("ann", board: "team:north").Points);

        company.Keeper.Change(
            Company.Person("ann") with
            {
                Memberships = [new(new("north"), null, new LocalDate(2026, 11, 18)), new(South, new LocalDate(2026, 11, 18), null)],
            }
        );

        Assert.Equal(15, company.Sum("ann", board: "team:north").Points);
        Assert.Equal(15, company.Sum("ann", board: "team:south").Points);
        Assert.Equal(30, company.Points("ann"));
    }

    [Fact]
    public void What_is_closed_keeps_its_team()
    {
        var company = new Company(Company.Person("ann", team: "north"));
        company.Play(company.Quote("2026-11-13 10:00", "q1"));
        company.Keeper.Close(PeriodKind.Week, new(2026, 11, 13));

        company.Keeper.Change(Company.Person("ann", team: "south"));

        Assert.Equal(15, company.Sum("ann", board: "team:north").Points);
        Assert.Equal(0, company.Sum("ann", board: "team:south").Points);
    }

    private static Keeper Play(IReadOnlyList<Person> people, IReadOnlyList<Reported> history)
    {
        var keeper = new Company(Histories.Rules, people).Keeper;
        foreach (var group in history.Chunk(7))
            keeper.Play(group);

        return keeper;
    }

    private static Person Changed(Person person, int change) =>
        change switch
        {
            0 => person with { Memberships = [new(South, null, null)] },
            1 => person with
            {
                Memberships = [new(new("north"), null, new LocalDate(2026, 11, 17)), new(South, new LocalDate(2026, 11, 17), null)],
            },
            2 => person with { Calendars = [person.Calendars[0] with { Start = new(8, 0), End = new(12, 0) }] },
            _ => person with { Calendars = [person.Calendars[0] with { Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"] }] },
        };

    private static WorkingCalendar Off(LocalDate day) =>
        WorkingCalendar.Default(Company.Paris) with
        {
            TimeOff = new HashSet<LocalDate> { day },
        };
}
