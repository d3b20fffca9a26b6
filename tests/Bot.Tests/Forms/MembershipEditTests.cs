using Bot.Forms;
using CsCheck;
using Gamification;
using Gamification.People;
using NodaTime;

namespace Bot.Tests.Forms;

/// <summary>What happens to a person's teams when one of them gets a span of days; today is Wednesday 18 November 2026.</summary>
public sealed class MembershipEditTests
{
    private static readonly LocalDate Today = new(2026, 11, 18);
    private static readonly Membership Ever = new(new("emea"), null, null);

    [Fact]
    public void Nothing_changed_changes_nothing()
    {
        Membership[] before = [Ever];

        Assert.Same(before, MembershipEdit.Apply(before, Today, new("emea"), null, null));
    }

    [Fact]
    public void The_first_team_holds_since_ever() => Assert.Equal([Ever], MembershipEdit.Apply([], Today, new("emea"), null, null));

    [Fact]
    public void Another_team_starts_today_where_no_day_was_chosen() =>
        Assert.Equal(
            [Ever with { To = Today }, new(new("amer"), Today, null)],
            MembershipEdit.Apply([Ever], Today, new("amer"), null, null)
        );

    [Fact]
    public void Another_team_for_December_comes_back_to_the_old_one() =>
        Assert.Equal(
            [
                Ever with
                {
                    To = new(2026, 12, 1),
                },
                new(new("amer"), new(2026, 12, 1), new(2027, 1, 1)),
                Ever with
                {
                    From = new(2027, 1, 1),
                },
            ],
            MembershipEdit.Apply([Ever], Today, new("amer"), new(2026, 12, 1), new(2027, 1, 1))
        );

    [Fact]
    public void No_team_ends_the_membership_today() =>
        Assert.Equal([Ever with { To = Today }], MembershipEdit.Apply([Ever], Today, null, null, null));

    [Fact]
    public void An_earlier_first_day_takes_the_days_from_the_team_before()
    {
        Membership[] before = [new(new("emea"), null, new(2026, 11, 2)), new(new("amer"), new(2026, 11, 2), null)];

        Assert.Equal(
            [new(new("emea"), null, new(2026, 10, 1)), new(new("amer"), new(2026, 10, 1), null)],
            MembershipEdit.Apply(before, Today, new("amer"), new(2026, 10, 1), null)
        );
    }

    [Fact]
    public void Whatever_is_edited_nobody_is_in_two_teams_on_one_day()
    {
        const int None = 31;
        string?[] teams = ["a", "b", "c", null];

        Gen.Select(Gen.Int[0, 3], Gen.Int[-30, None], Gen.Int[0, 20])
            .List[1, 8]
            .Sample(edits =>
            {
                IReadOnlyList<Membership> memberships = [];
                foreach (var (team, offset, length) in edits)
                {
                    LocalDate? since = offset == None ? null : Today.PlusDays(offset);
                    LocalDate? end = length == 0 || since is null ? null : since.Value.PlusDays(length);
                    memberships = MembershipEdit.Apply(memberships, Today, teams[team] is { } id ? new TeamId(id) : null, since, end);
                }

                return Enumerable.Range(-60, 120).All(offset => memberships.Count(held => held.Holds(Today.PlusDays(offset))) <= 1)
                    && memberships.All(held => held.From is null || held.To is null || held.From < held.To);
            });
    }
}
