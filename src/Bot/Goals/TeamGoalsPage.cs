using System.Globalization;
using Bot.Cards;
using Bot.Forms;
using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using NodaTime;
using Storage;

namespace Bot.Goals;

/// <summary>Gathers the goals for others that somebody may change, and what was granted for them, for the cards.</summary>
public sealed class TeamGoalsPage(
    GoalReader goals,
    AssignedGoalReader standings,
    PrizeReader prizes,
    DirectoryReader directory,
    AssignedRights rights,
    Organisation organisation
)
{
    public async Task<TeamGoalsView> ReadAsync(PersonView reader, Instant now, CancellationToken ct)
    {
        var (people, teams) = (await directory.PeopleAsync(organisation.DayOf(now), ct), await directory.TeamsAsync(ct));
        var own = (await goals.AssignedAsync(ct)).Where(goal => goal.Archived is null && MaySee(reader, goal.Subject, people)).ToList();
        var rows = new List<TeamGoal>(own.Count);
        foreach (var goal in own)
            rows.Add(new(goal, await StandingsAsync(goal, now, ct)));

        return new(rows, people, teams, await ToHandOutAsync(reader, people, ct));
    }

    /// <summary>What people, teams and goals are called, without the goals themselves.</summary>
    public async Task<TeamGoalsView> NamesAsync(Instant now, CancellationToken ct) =>
        new([], await directory.PeopleAsync(organisation.DayOf(now), ct), await directory.TeamsAsync(ct), ToHandOut: 0)
        {
            Names = (await goals.AssignedAsync(ct)).ToDictionary(goal => goal.Id, goal => PlanTerms.Of(goal).Plan.Name),
        };

    /// <summary>The list with what has just been done.</summary>
    public async Task<Card> ListAsync(PersonView reader, Instant now, CultureInfo locale, string? done, CancellationToken ct) =>
        TeamGoalsCard.List(await ReadAsync(reader, now, ct) with { Done = done }, new(1, []), new(locale, organisation));

    /// <summary>Whether somebody leads those a goal is for.</summary>
    public static bool MaySee(PersonView reader, SubjectId subject, IReadOnlyList<PersonView> people) =>
        PeopleRights.IsAdmin(reader)
        || (subject.Team is { } team && reader.Manages.Contains(team))
        || (
            subject.Person is { } person
            && people.FirstOrDefault(known => known.Id == person)?.Team is { } of
            && reader.Manages.Contains(of.Id)
        );

    /// <summary>Null for who may see and change a goal; else the right it takes.</summary>
    public Task<FormattableString?> MissingAsync(PersonView reader, Goal goal, Instant now, CancellationToken ct) =>
        rights.MissingAsync(new(reader), goal.Subject, now, ct);

    /// <summary>Prizes of grants that the reader may hand out.</summary>
    public async Task<IReadOnlyList<Prize>> PrizesAsync(PersonView reader, Instant now, CancellationToken ct) =>
        await PrizesAsync(reader, await directory.PeopleAsync(organisation.DayOf(now), ct), ct);

    private async Task<IReadOnlyList<Prize>> PrizesAsync(PersonView reader, IReadOnlyList<PersonView> people, CancellationToken ct) =>
        [.. (await prizes.AllAsync(ct)).Where(prize => MaySee(reader, prize.Id.Grant.Scope.Subject, people))];

    private async Task<int> ToHandOutAsync(PersonView reader, IReadOnlyList<PersonView> people, CancellationToken ct) =>
        (await PrizesAsync(reader, people, ct)).Count(prize => prize.State is PrizeState.Pending);

    /// <summary>Of each member a standing of their own.</summary>
    private async Task<IReadOnlyList<AssignedStanding>> StandingsAsync(Goal goal, Instant now, CancellationToken ct)
    {
        var subjects = goal.Subject.Kind is SubjectKind.Members ? (await MembersAsync(goal, now, ct)).Select(SubjectId.Of) : [goal.Subject];
        var all = new List<AssignedStanding>();
        foreach (var subject in subjects)
            if (await standings.FindAsync(goal, subject, period: null, now, ct) is { } standing)
                all.Add(standing);

        return all;
    }

    private async Task<IReadOnlyList<PersonId>> MembersAsync(Goal goal, Instant now, CancellationToken ct)
    {
        var period = goal.PeriodAt(organisation.DayOf(now));
        return await directory.MembersAsync(goal.Subject.Team!.Value, period.First!.Value, period.End!.Value, ct);
    }
}
