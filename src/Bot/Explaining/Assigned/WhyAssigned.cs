using Bot.Cards;
using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using NodaTime;
using Storage;

namespace Bot.Explaining.Assigned;

/// <summary>Why a manager's goal stands where it stands, what it granted and what it did not.</summary>
internal sealed class WhyAssigned(GoalStories stories)
{
    public async Task<WhyAnswer> ExplainAsync(AskedGoal asked, WhyQuestion question, GoalNames names, Instant now, CancellationToken ct) =>
        await stories.ReadAsync(asked, question, names, now, ct) is { } story
            ? asked.Tier is { } tier
                ? OfTier(story, tier, question)
                : Whole(story, question)
            : NoPart(asked, question, names);

    /// <summary>Only what it granted.</summary>
    public async Task<WhyAnswer> ExplainGrantsAsync(
        AskedGoal asked,
        WhyQuestion question,
        GoalNames names,
        Instant now,
        CancellationToken ct
    )
    {
        if (await stories.ReadAsync(asked, question, names, now, ct) is not { } story)
            return NoPart(asked, question, names);

        var tiers = story.Assigned.Tiers.Where(tier => asked.Tier is null || tier.Tier.Kind == asked.Tier).ToList();
        return new(
            story.Say($"Grants of “{Name(story)}”"),
            [
                PlanReasons.Standing(story),
                .. tiers.SelectMany((tier, place) => TierReasons.Of(story, tier, isTold: place == 0).Concat(GrantTold.Of(story, tier))),
                .. tiers.Count == 0 ? [NoTier(story, asked.Tier)] : Array.Empty<string>(),
            ],
            [new(story.Say($"Why this goal?"), Line(story, question)), .. Ways(question)]
        );
    }

    public static WhyAnswer Whole(GoalStory story, WhyQuestion question)
    {
        var open = story.Assigned.Tiers.FirstOrDefault(tier => tier.State is not TierState.Reached);
        return new(
            story.Say($"Why “{Name(story)}”?"),
            [
                PlanReasons.Standing(story),
                .. PlanReasons.Life(story),
                .. ChainReasons.Of(story),
                .. story.Assigned.Tiers.SelectMany(tier =>
                    TierReasons.Of(story, tier, isTold: tier == open).Concat(GrantTold.Of(story, tier))
                ),
                .. AcceleratorReasons.Of(story),
                .. CountedReasons.Of(story),
                .. open is null && story.Trace.LeftOut.Count > 0 ? [TierReasons.LeftOut(story)] : Array.Empty<string>(),
                GoalReasons.Rule(story.Metric, story.Format),
            ],
            [
                .. story.Grants.Select(grant => new Button(
                    story.Say($"Grant of {Small(story, grant.Key.Tier)}"),
                    $"why grant {grant.Key}{Of(question)}"
                )),
                .. Ways(question),
            ]
        );
    }

    public static WhyAnswer OfTier(GoalStory story, TierKind kind, WhyQuestion question)
    {
        var tier = story.Assigned.Tiers.FirstOrDefault(one => one.Tier.Kind == kind);
        return new(
            story.Say($"Why {Small(story, kind)} of “{Name(story)}”?"),
            [
                .. tier is null
                    ? [NoTier(story, kind)]
                    : TierReasons.Of(story, tier, isTold: true).Concat(TierReasons.Trigger(story, tier)),
                PlanReasons.Standing(story),
                .. PlanReasons.Life(story),
                .. ChainReasons.Of(story),
                .. tier is null ? [] : GrantTold.Of(story, tier),
                .. CountedReasons.Of(story),
                GoalReasons.Rule(story.Metric, story.Format),
            ],
            [new(story.Say($"Why this goal?"), Line(story, question)), .. Ways(question)]
        );
    }

    private static string NoTier(GoalStory story, TierKind? kind)
    {
        var has = story.Assigned.Tiers.Select(tier => TierReasons.Small(tier)).ToList();
        var (asked, names) = (kind?.ToString().ToLowerInvariant(), TeamGoalWords.Names(has, story.Format));
        return (asked, has.Count) switch
        {
            (null, 0) => story.Say($"It has no tier: only its target is told, and nothing is granted."),
            (null, _) => story.Say($"It has no tier: its tiers are {names}."),
            (_, 0) => story.Say($"It has no {asked}: only its target is told, and nothing is granted."),
            _ => story.Say($"It has no {asked}: its tiers are {names}."),
        };
    }

    /// <summary>Whose it is instead, and what to ask.</summary>
    public static WhyAnswer NoPart(AskedGoal asked, WhyQuestion question, GoalNames names)
    {
        var (goal, name) = (asked.Goal, TeamGoalWords.Name(asked.Plan.Name));
        var format = question.Format;
        var isMembers = goal.Subject.Kind is SubjectKind.Members && question.Owner is null && asked.Period is null;
        return new(
            isMembers ? format.Say($"Why “{name}” of whom?") : format.Say($"Why “{name}”?"),
            [
                Whose(goal, name, names.Whose(goal.Subject), format),
                isMembers ? format.Say($"Name one of them: “/why goal {goal.Id} @name”.") : Apart(question, asked.Period),
                .. goal.Archived is null ? Array.Empty<string>() : [format.Say($"It was archived {format.Moment(goal.Archived.Value)}.")],
            ],
            Ways(question)
        );
    }

    private static string Whose(Goal goal, string name, string whose, ReaderFormat format) =>
        (goal.Subject.Person is null, goal.IsDraft) switch
        {
            (true, false) => format.Say($"“{name}” is for {whose}."),
            (true, true) => format.Say($"“{name}” is for {whose}, and a draft."),
            (false, false) => format.Say($"“{name}” is a goal of {whose}."),
            (false, true) => format.Say($"“{name}” is a goal of {whose}, and a draft."),
        };

    private static string Apart(WhyQuestion question, Gamification.Time.PeriodKey? period) =>
        (question.Owner, period, question.Format) switch
        {
            ({ } owner, { } key, var format) => format.Say(
                $"{owner} has no part in it in {key}: nothing of theirs counts for it, and nothing is granted to them."
            ),
            ({ } owner, null, var format) => format.Say(
                $"{owner} has no part in it: nothing of theirs counts for it, and nothing is granted to them."
            ),
            (null, { } key, var format) => format.Say($"There is no part in it for you in {key}."),
            (null, null, var format) => format.Say($"There is no part in it for you."),
        };

    private static IReadOnlyList<Button> Ways(WhyQuestion question) =>
        question.Owner is null ? [new(question.Format.Say($"Your goals"), "goals")] : [];

    private static string Line(GoalStory story, WhyQuestion question) => $"why goal {story.Goal.Id}{Of(question)}";

    /// <summary>A button goes on asking about the same person.</summary>
    private static string Of(WhyQuestion question) => question.Owner is null ? "" : $" person:{question.Person}";

    private static string Name(GoalStory story) => TeamGoalWords.Name(story.Plan.Name);

    private static string Small(GoalStory story, TierKind kind) =>
        story.Plan.Tiers.FirstOrDefault(tier => tier.Kind == kind) is { } tier
            ? TierReasons.Small(tier)
            : kind.ToString().ToLowerInvariant();
}
