using Bot.Commands;
using Bot.Forms;
using Gamification;
using Gamification.Goals;
using Storage;

namespace Bot.Goals;

/// <summary>Who may change a goal for others: an admin all, a manager those of their teams and of who is in them today.</summary>
public sealed class AssignedRights(DirectoryReader directory, Organisation organisation)
{
    /// <summary>Null when the author may; else the right it takes: "a manager of EMEA or an admin".</summary>
    public async Task<FormattableString?> MissingAsync(GoalAuthor author, SubjectId subject, NodaTime.Instant now, CancellationToken ct)
    {
        if (author.Person is not { } editor || PeopleRights.IsAdmin(editor))
            return null;

        var team = await TeamOfAsync(subject, now, ct);
        return team is { } of && editor.Manages.Contains(of.Id) ? null : WhoMay.Of(team);
    }

    private async Task<TeamView?> TeamOfAsync(SubjectId subject, NodaTime.Instant now, CancellationToken ct) =>
        subject.Person is { } person ? (await directory.FindAsync(person, organisation.DayOf(now), ct))?.Team
        : subject.Team is { } team ? await directory.FindTeamAsync(team, ct)
        : null;
}
