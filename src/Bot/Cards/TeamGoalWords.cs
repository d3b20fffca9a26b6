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
    public static string Subject(SubjectId subject, IReadOnlyList<PersonView> people, IReadOnlyList<TeamView> teams, ReaderFormat format)
    {
        var team = subject.Team is { } id
            ? teams.FirstOrDefault(team => team.Id == id) is { } known
                ? BoardNames.Clean(known.Name)
                : format.Say($"a team")
            : "";
        return subject.Kind switch
        {
            SubjectKind.Person => people.FirstOrDefault(person => person.Id == subject.Person) is { } person
                ? BoardNames.ToOthers(person, format)
                : format.Say($"somebody"),
            SubjectKind.Members => format.Say($"each member of {team}"),
            SubjectKind.Team => format.Say($"{team} together"),
            _ => format.Say($"the whole organisation together"),
        };
    }

    /// <summary><c>every month</c>, <c>November 2026</c>.</summary>
    public static string Period(Goal goal, ReaderFormat format) => Period(goal.Kind, goal.Assignment?.Only, format);

    public static string Period(PeriodKind kind, PeriodKey? only, ReaderFormat format) =>
        only is { } key && Gamification.Time.Period.Parse(key) is { } period ? format.Name(period) : GoalWords.Every(kind, format);

    /// <summary><c>Base</c>, or the manager's own word with it: <c>Gold (Super)</c>. The kinds are called so in every language.</summary>
    public static string Tier(Tier tier) =>
        tier.Label is { } label ? $"{CleanText.Of(label, LongestName)} ({tier.Kind})" : tier.Kind.ToString();

    /// <summary><c>110 %</c>; nothing for an amount, which is told anyway.</summary>
    public static string Trigger(Tier tier, ReaderFormat format) =>
        tier.Trigger is TierTrigger.Percent(var basisPoints) ? format.Percent(basisPoints) : "";

    /// <summary><c>500 coins, Dinner for two</c>; a word for none.</summary>
    public static string Rewards(IReadOnlyList<Reward> rewards, ReaderFormat format) =>
        rewards.Count == 0 ? format.Say($"no reward") : string.Join(", ", rewards.Select(reward => Reward(reward, format)));

    public static string Reward(Reward reward, ReaderFormat format) =>
        reward switch
        {
            Reward.Points(var amount) => Points(amount, format),
            Reward.Coins(var amount) => Coins(amount, format),
            Reward.Badge(var id) => format.Say($"the badge {CleanText.Of(id, LongestPrize)}"),
            Reward.Prize prize => Prize(prize, format),
            _ => throw new UnreachableException($"No words for {reward.GetType().Name}."),
        };

    private static string Prize(Reward.Prize prize, ReaderFormat format)
    {
        var name = Prize(prize.Name);
        return prize switch
        {
            { OnceForTeam: true, Price: { } price } => format.Say($"{name} for the team for {Coins(price, format)}"),
            { OnceForTeam: true } => format.Say($"{name} for the team"),
            { Price: { } price } => format.Say($"{name} for {Coins(price, format)}"),
            _ => name,
        };
    }

    public static string Prize(string name) => CleanText.Of(name, LongestPrize);

    public static string Coins(long amount, ReaderFormat format) =>
        format.Count(Math.Abs(amount), $"{format.Number(amount)} coin", $"{format.Number(amount)} coins");

    public static string Points(long amount, ReaderFormat format) =>
        format.Count(Math.Abs(amount), $"{format.Number(amount)} point", $"{format.Number(amount)} points");

    /// <summary><c>33,000 EUR</c>; of a median the slowest that is good enough.</summary>
    public static string Value(Metric metric, long value, ReaderFormat format) =>
        metric is Metric.ResponseTime ? format.Say($"at most {GoalWords.Time(value, format)}") : GoalWords.Target(metric, value, format);

    public static string Sharing(Sharing share, ReaderFormat format) =>
        share switch
        {
            Gamification.Rewards.Sharing.Each => format.Say($"all of it to each"),
            Gamification.Rewards.Sharing.Even => format.Say($"split evenly"),
            _ => format.Say($"split by what each brought"),
        };

    /// <summary>Some names, and how many more.</summary>
    public static string Names(IReadOnlyList<string> names, ReaderFormat format, int most = 5) =>
        names.Count switch
        {
            0 => format.Say($"nobody"),
            1 => names[0],
            var count when count > most => AndMore(string.Join(", ", names.Take(most)), count - most, format),
            _ => format.Say($"{string.Join(", ", names.SkipLast(1))} and {names[^1]}"),
        };

    public static string AndMore(string names, int more, ReaderFormat format) => format.Say($"{names} and {format.Number(more)} more");

    /// <summary>What became of a form that was sent.</summary>
    public static string Saved(AssignedAnswer.Done done, LocalDate today, ReaderFormat format)
    {
        var name = Name(PlanTerms.Of(done.Goal).Plan.Name);
        var reasons = string.Join(' ', done.Deferred.Select(fault => format.Say(fault.Message)).Distinct());
        return done.Goal switch
        {
            { IsDraft: true } => format.Say($"“{name}” is saved as a draft."),
            { Assignment.IsShadow: true } => format.Say($"“{name}” runs as a shadow: nobody is told, nothing is paid."),
            _ when done.From > today => $"{format.Say($"“{name}” holds from {format.Date(done.From)} on.")} {reasons}".TrimEnd(),
            _ => format.Say($"“{name}” is published."),
        };
    }

    /// <summary>What others did to a goal while somebody filled in its form.</summary>
    public static string Changed(AssignedAnswer.Conflict conflict, IReadOnlyList<PersonView> people, ReaderFormat format)
    {
        var changes = string.Join("; ", conflict.Changes.Select(change => Change(change, people, format)));
        return format.Say(
            $"Somebody changed this goal meanwhile: {changes}. What you typed is below and takes its place if you save it again."
        );
    }

    private static string Change(GoalChangeNote change, IReadOnlyList<PersonView> people, ReaderFormat format)
    {
        var who = people.FirstOrDefault(person => person.Id.Value == change.By) is { } person
            ? BoardNames.Clean(person.Name)
            : format.Say($"the API");
        var changed = format.Say($"{who} changed {string.Join(", ", change.Fields)} on {format.Moment(change.At)}");
        return change.Reason is { } reason ? $"{changed} ({CleanText.Of(reason, LongestName)})" : changed;
    }
}
