using System.Diagnostics;
using Bot.Cards;
using Gamification.Goals;
using Gamification.Time;
using NodaTime;

namespace Bot.Explaining.Assigned;

/// <summary>How far a manager's goal is, where it is in its life, by which version, and since when it is anybody's.</summary>
internal static class PlanReasons
{
    /// <summary><c>EMEA together: 329 of 300 quotes, 109.66 %, in 2026-11 (Sun 1 Nov – Mon 30 Nov, Europe/Paris).</c></summary>
    public static string Standing(GoalStory story)
    {
        var (period, format) = (story.Period, story.Format);
        var days = $"{format.Day(period.First!.Value)} – {format.Day(period.End!.Value.PlusDays(-1))}, {story.Zone}";
        var share = story.Standing.Attainment is { } attainment ? $", {format.Percent(attainment.BasisPoints)}" : "";
        return story.Say(
            $"{story.Names.Of(story.Standing.Subject)}: {GoalWords.Standing(story.Standing, format)}{share}, in {period.Key} ({days})."
        );
    }

    public static IEnumerable<string> Life(GoalStory story)
    {
        yield return State(story);
        if (story.IsShadow && !story.Goal.IsDraft)
            yield return story.Say($"It is a shadow: it counts and shows managers what it would do, and neither pays nor posts.");
        if (story.Goal.Archived is { } archived)
            yield return story.Say(
                $"It was archived {story.Moment(archived)}: what it granted stays, and it counts nothing in periods that end after that."
            );
        if (story.Goal.VersionIn(story.Period) is { } version)
            yield return Version(story, version);
        foreach (var membership in Membership(story))
            yield return membership;
    }

    private static string State(GoalStory story)
    {
        var close = story.Trace.Close;
        return story.Assigned.State switch
        {
            AssignedState.Draft => story.Say(
                $"It is a draft: until it is published it counts nothing, grants nothing, and only managers see it."
            ),
            AssignedState.Scheduled => story.Say($"Its period begins {story.Moment(story.Standing.Starts)}."),
            AssignedState.Locked => story.Say($"It is locked: another goal unlocks it."),
            AssignedState.Active => story.Say($"It is active."),
            AssignedState.Completed => story.Say($"It is completed, and goes on counting to the end of its period."),
            AssignedState.Grace => story.Say(
                $"Its period is over; what is late still counts until it is closed, {story.Moment(story.Standing.Ends + story.Format.Organisation.Grace)} at the earliest."
            ),
            AssignedState.Closed when close is { Version: > 1 } => story.Say(
                $"Its period was closed again {story.Moment(close.At)}, as version {story.Format.Number(close.Version)}."
            ),
            AssignedState.Closed when close is not null => story.Say($"Its period was closed {story.Moment(close.At)}."),
            AssignedState.Closed => story.Say($"Its period is closed."),
            AssignedState.Reopened => story.Say($"Its period is reopened: what is missing is issued, what was issued stays."),
            AssignedState.Skipped => story.Say($"It was skipped: nothing unlocked it before its period was over."),
            _ => throw new UnreachableException($"No words for {story.Assigned.State}."),
        };
    }

    private static string Version(GoalStory story, GoalVersion version)
    {
        var (number, at, by) = (story.Format.Number(version.Number), story.Moment(version.At), story.Names.By(version.By));
        return version.Reason is { } reason
            ? story.Say($"Version {number} of the goal holds, made {at} by {by}: “{CleanText.Of(reason, 120)}”.")
            : story.Say($"Version {number} of the goal holds, made {at} by {by}.");
    }

    private static IEnumerable<string> Membership(GoalStory story)
    {
        if (story.Goal.Subject is not { Kind: SubjectKind.Members, Team: { } team } || story.Standing.Subject.Person is not { } person)
            yield break;

        var (name, of, format) = (story.Names.Of(person), story.Names.Of(team), story.Format);
        yield return story.Plan.Targets.ContainsKey(person)
            ? story.Say($"Each member of {of} has it alone; {name} with a target of their own.")
            : story.Say($"Each member of {of} has it alone, with the whole target.");
        var held = story.Trace.Memberships.TryGetValue(person, out var all) ? all.Where(one => one.Team == team).ToList() : [];
        foreach (var one in held.Where(one => one.From > story.Period.First && one.From < story.Period.End))
            yield return story.Say($"{name} is a member since {format.Date(one.From!.Value)}: what was done before counts elsewhere.");
        foreach (var one in held.Where(one => one.To > story.Period.First && one.To < story.Period.End))
            yield return story.Say($"{name} was a member until {format.Date(one.To!.Value.PlusDays(-1))}: what was reached by then stays.");
    }
}
