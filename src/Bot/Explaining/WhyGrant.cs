using Bot.Cards;
using Bot.Explaining.Assigned;
using Bot.Settings;
using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using NodaTime;
using Storage;

namespace Bot.Explaining;

/// <summary>Why something was granted, to whom, how much, and why nothing was: by its key, by the goal, or the latest.</summary>
internal sealed class WhyGrant(AssignedGoalFinder finder, WhyAssigned assigned, GrantReader grants, TimeProvider clock) : IWhy
{
    private const int Looked = 500;
    private const int Told = 5;

    public IReadOnlyList<string> Words { get; } = ["grant", "grants", "reward", "rewards"];

    public string Usage => "grant";

    public async Task<WhyAnswer> ExplainAsync(WhyQuestion question, CancellationToken ct)
    {
        var (now, key) = (clock.Now(), GrantKeys.Parse(GoalTerm.Split(question.Typed).FirstOrDefault()));
        var found = await finder.FindAsync(key is { } named ? question with { Typed = named.Scope.Goal.Value } : question, now, ct);
        if (key is { } asked)
            return await OfKeyAsync(asked, found, question, now, ct);
        if (question.Typed.Length == 0)
            return await LatestAsync(found, question, ct);

        return found.Meant is [var only] ? await assigned.ExplainGrantsAsync(only, question, found.Names, now, ct)
            : found.Hidden is { } hidden ? AssignedChoice.Refused(hidden, found.Names)
            : Unknown(found, question, isUnderstood: found.Meant.Count > 0);
    }

    private async Task<WhyAnswer> OfKeyAsync(GrantKey key, AskedGoals found, WhyQuestion question, Instant now, CancellationToken ct)
    {
        if (found.Meant is not [var goal])
            return found.Hidden is { } hidden ? AssignedChoice.Refused(hidden, found.Names) : Unknown(found, question, isUnderstood: false);

        var subject = SubjectOf(key, goal, found.Names);
        if (
            subject is { Person: { } person }
            && person != question.Person
            && !AssignedGoalFinder.Leads(question.Asker, subject.Value, found.Names)
        )
            return AssignedChoice.Refused(goal.Goal, found.Names, subject);

        var asked = goal with { Subject = subject, Tier = key.Tier, Period = GoalTerm.PeriodOf(goal.Goal, key.Scope.Period.Value) };
        return asked is { Subject: not null, Period: not null }
            ? await assigned.ExplainGrantsAsync(asked, question, found.Names, now, ct)
            : Unknown(found, question, isUnderstood: false);
    }

    /// <summary>As the key says it, whatever the case of its letters: what was typed in chat is in lower case.</summary>
    private static SubjectId? SubjectOf(GrantKey key, AskedGoal goal, GoalNames names)
    {
        var typed = key.Scope.Subject.Value;
        return goal.Goal.Subject.Kind is SubjectKind.Members
                ? names.People.Select(SubjectId.Of).Cast<SubjectId?>().FirstOrDefault(one => Same(one!.Value.Value, typed))
            : Same(goal.Goal.Subject.Value, typed) ? goal.Goal.Subject
            : null;
    }

    private async Task<WhyAnswer> LatestAsync(AskedGoals found, WhyQuestion question, CancellationToken ct)
    {
        var format = question.Format;
        var me = SubjectId.Of(question.Person);
        var named = found.Known.ToDictionary(goal => goal.Goal.Id, goal => TeamGoalWords.Name(goal.Plan.Name));
        var mine = (await grants.ListAsync(goal: null, period: null, Looked, ct))
            .Where(grant => named.ContainsKey(grant.Key.Scope.Goal) && grant.Lines.Any(line => line.Recipient == me))
            .Take(Told)
            .ToList();
        var of = question.Owner is null ? "" : $" person:{question.Person}";
        return new(
            question.Owner is { } owner ? format.Say($"Latest grants of {owner}") : format.Say($"Your latest grants"),
            mine.Count == 0
                ? [format.Say($"Nothing was granted yet: a tier with a reward grants it once, at the activity that reaches it.")]
                :
                [
                    .. mine.Select(grant =>
                        format.Say(
                            $"{format.Moment(grant.Credited)}: {grant.Key.Tier} of “{named[grant.Key.Scope.Goal]}” in {grant.Key.Scope.Period}."
                        )
                    ),
                ],
            [
                .. mine.Select(grant => new Button(
                    format.Say($"{grant.Key.Tier} of {CleanText.Of(named[grant.Key.Scope.Goal], 24)}"),
                    $"why grant {grant.Key}{of}"
                )),
            ]
        );
    }

    private static WhyAnswer Unknown(AskedGoals found, WhyQuestion question, bool isUnderstood) =>
        AssignedChoice.Which(
            question.Format.Say($"Why which grant?"),
            "grant",
            found.Meant.Count > 0 ? found.Meant : found.Known,
            question,
            isUnderstood
        );

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
