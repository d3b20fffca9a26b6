using Gamification;
using Gamification.Announcements;
using Gamification.Goals;
using Gamification.People;
using Gamification.Time;
using NodaTime;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Cards;

/// <summary>Finds the goals and names that announcements about managers' goals need, at the moment they go out.</summary>
public sealed class GoalNewsGathering(GoalReader goals, DirectoryReader directory, ChatStore chat, Organisation organisation)
{
    private ReaderFormat Format => ReaderFormat.ForEveryone(organisation);

    /// <summary>Those whose goal is still there.</summary>
    public async Task<IReadOnlyList<GoalNews>> ReadAsync(IReadOnlyList<Announcement> told, Instant planned, CancellationToken ct)
    {
        var people = (await directory.PeopleAsync(organisation.DayOf(planned), ct)).ToDictionary(person => person.Id);
        var teams = await directory.TeamsAsync(ct);
        var news = new List<GoalNews>(told.Count);
        foreach (var one in told)
            if (await goals.GoalAsync(new(one.Data["goal"]), ct) is { Assignment: not null } goal)
                news.Add(await OfAsync(one, goal, people, teams, ct));

        return news;
    }

    private async Task<GoalNews> OfAsync(
        Announcement told,
        Goal goal,
        Dictionary<PersonId, PersonView> people,
        IReadOnlyList<TeamView> teams,
        CancellationToken ct
    )
    {
        var subject = new SubjectId(told.Data["subject"]);
        var recipients = told
            .Data.GetValueOrDefault("recipients", "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => people.GetValueOrDefault(new(id)))
            .ToList();
        var after = told.Data.TryGetValue("after", out var before) ? new GoalId(before) : PlanTerms.Of(goal).Plan.After?.Goal;
        return new(told, goal, Period.Parse(new(told.Data["period"])) ?? goal.PeriodAt(default), WhoOf(told, subject, people, teams))
        {
            Recipients = [.. recipients.OfType<PersonView>().Where(IsNamed).Select(person => BoardNames.ToOthers(person, Format))],
            Unnamed = recipients.Count(person => person is null || !IsNamed(person)),
            After = after is { } id
                ? await goals.GoalAsync(id, ct) is { Assignment: not null } known
                    ? known
                    : null
                : null,
            By =
                told.Data.TryGetValue("by", out var by) && people.TryGetValue(new(by), out var author)
                    ? BoardNames.ToOthers(author, Format)
                    : null,
            User = subject.Person is { } person ? await UserAsync(told.To, people.GetValueOrDefault(person), ct) : null,
            MayKeep = told.To is Recipient.Person(var reader) && people.TryGetValue(reader, out var view) && Leads(view, subject),
        };
    }

    private static bool IsNamed(PersonView person) => person.Publicity is not Publicity.None;

    private static bool Leads(PersonView person, SubjectId subject) =>
        person.Role is Role.Admin || (subject.Team is { } team && person.Manages.Contains(team));

    /// <summary>Null where it is the reader's own.</summary>
    private string? WhoOf(Announcement told, SubjectId subject, Dictionary<PersonId, PersonView> people, IReadOnlyList<TeamView> teams) =>
        subject.Person is not { } person ? TeamGoalWords.Subject(subject, [], teams, Format)
        : told.To is Recipient.Person(var reader) && reader == person ? null
        : people.TryGetValue(person, out var known) && IsNamed(known) ? BoardNames.ToOthers(known, Format)
        : Format.Say($"Somebody");

    private async Task<string?> UserAsync(Recipient to, PersonView? person, CancellationToken ct) =>
        to is Recipient.Channel(var channel)
        && person is { Publicity: Publicity.Named }
        && await chat.MentionAsync(channel, ct) is ChannelMention.Person
            ? await directory.IdentityOfAsync(person.Id, channel.Value.Split(':')[0], ct)
            : null;
}
