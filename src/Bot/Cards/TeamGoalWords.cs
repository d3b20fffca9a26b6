using System.Diagnostics;
using Bot.Goals;
using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using NodaTime;
using Storage;

namespace Bot.Cards;

/// <summary>Managers' goals in words: whose, when, their tiers in absolute numbers, and what is given for them.</summary>
public static class TeamGoalWords
{
    private const int LongestName = 80;
    private const int LongestPrize = 60;

    public static string Name(string name) => CleanText.Of(name, LongestName);

    /// <summary><c>EMEA together</c>, <c>each member of EMEA</c>, <c>Ana Alvarez</c>.</summary>
    public static string Subject(SubjectId subject, IReadOnlyList<PersonView> people, IReadOnlyList<TeamView> teams) =>
        subject.Kind switch
        {
            SubjectKind.Person => people.FirstOrDefault(person => person.Id == subject.Person) is { } person
                ? BoardNames.ToOthers(person)
                : "somebody",
            SubjectKind.Members => $"each member of {Team(subject, teams)}",
            SubjectKind.Team => $"{Team(subject, teams)} together",
            _ => "the whole organisation together",
        };

    /// <summary><c>every month</c>, <c>November 2026</c>.</summary>
    public static string Period(Goal goal, ReaderFormat format) => Period(goal.Kind, goal.Assignment?.Only, format);

    public static string Period(PeriodKind kind, PeriodKey? only, ReaderFormat format) =>
        only is { } key && Gamification.Time.Period.Parse(key) is { } period ? format.Name(period) : $"every {GoalWords.KindOf(kind)}";

    /// <summary><c>Base</c>, or the manager's own word with it: <c>Gold (Super)</c>.</summary>
    public static string Tier(Tier tier) =>
        tier.Label is { } label ? $"{CleanText.Of(label, LongestName)} ({tier.Kind})" : tier.Kind.ToString();

    /// <summary><c>110 %</c>; nothing for an amount, which is told anyway.</summary>
    public static string Trigger(Tier tier, ReaderFormat format) =>
        tier.Trigger is TierTrigger.Percent(var basisPoints) ? format.Percent(basisPoints) : "";

    /// <summary><c>500 coins, Dinner for two</c>; a word for none.</summary>
    public static string Rewards(IReadOnlyList<Reward> rewards, ReaderFormat format) =>
        rewards.Count == 0 ? "no reward" : string.Join(", ", rewards.Select(reward => Reward(reward, format)));

    public static string Reward(Reward reward, ReaderFormat format) =>
        reward switch
        {
            Reward.Points(var amount) => Points(amount, format),
            Reward.Coins(var amount) => Coins(amount, format),
            Reward.Badge(var id) => $"the badge {CleanText.Of(id, LongestPrize)}",
            Reward.Prize prize => Prize(prize.Name)
                + (prize.OnceForTeam ? " for the team" : "")
                + (prize.Price is { } price ? $" for {Coins(price, format)}" : ""),
            _ => throw new UnreachableException($"No words for {reward.GetType().Name}."),
        };

    public static string Prize(string name) => CleanText.Of(name, LongestPrize);

    public static string Coins(long amount, ReaderFormat format) => $"{format.Number(amount)} {(amount is 1 or -1 ? "coin" : "coins")}";

    public static string Points(long amount, ReaderFormat format) => $"{format.Number(amount)} {(amount is 1 or -1 ? "point" : "points")}";

    /// <summary><c>33,000 EUR</c>; of a median the slowest that is good enough.</summary>
    public static string Value(Metric metric, long value, ReaderFormat format) =>
        metric is Metric.ResponseTime ? $"at most {GoalWords.Time(value, format)}" : GoalWords.Target(metric, value, format);

    public static string Sharing(Sharing share) =>
        share switch
        {
            Gamification.Rewards.Sharing.Each => "all of it to each",
            Gamification.Rewards.Sharing.Even => "split evenly",
            _ => "split by what each brought",
        };

    /// <summary>Some names, and how many more.</summary>
    public static string Names(IReadOnlyList<string> names, int most = 5) =>
        names.Count switch
        {
            0 => "nobody",
            1 => names[0],
            var count when count > most => $"{string.Join(", ", names.Take(most))} and {count - most} more",
            _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
        };

    /// <summary>What became of a form that was sent.</summary>
    public static string Saved(AssignedAnswer.Done done, LocalDate today, ReaderFormat format)
    {
        var name = Name(PlanTerms.Of(done.Goal).Plan.Name);
        var reasons = string.Join(' ', done.Deferred.Select(fault => fault.Message).Distinct());
        return done.Goal switch
        {
            { IsDraft: true } => $"“{name}” is saved as a draft.",
            { Assignment.IsShadow: true } => $"“{name}” runs as a shadow: nobody is told, nothing is paid.",
            _ when done.From > today => $"“{name}” holds from {format.Date(done.From)} on. {reasons}".TrimEnd(),
            _ => $"“{name}” is published.",
        };
    }

    /// <summary>What others did to a goal while somebody filled in its form.</summary>
    public static string Changed(AssignedAnswer.Conflict conflict, IReadOnlyList<PersonView> people, ReaderFormat format)
    {
        var changes = conflict.Changes.Select(change =>
            $"{(people.FirstOrDefault(person => person.Id.Value == change.By) is { } person ? BoardNames.Clean(person.Name) : "the API")} "
            + $"changed {string.Join(", ", change.Fields)} on {format.Moment(change.At)}"
            + (change.Reason is { } reason ? $" ({CleanText.Of(reason, LongestName)})" : "")
        );
        return $"Somebody changed this goal meanwhile: {string.Join("; ", changes)}. What you typed is below and takes its place if you save it again.";
    }

    private static string Team(SubjectId subject, IReadOnlyList<TeamView> teams) =>
        teams.FirstOrDefault(team => team.Id == subject.Team) is { } team ? BoardNames.Clean(team.Name) : "a team";
}
