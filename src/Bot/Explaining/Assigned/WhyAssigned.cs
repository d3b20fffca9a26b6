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
            $"Grants of “{Name(story)}”",
            [
                PlanReasons.Standing(story),
                .. tiers.SelectMany((tier, place) => TierReasons.Of(story, tier, isTold: place == 0).Concat(GrantTold.Of(story, tier))),
                .. tiers.Count == 0 ? [NoTier(story, asked.Tier)] : Array.Empty<string>(),
            ],
            [new("Why this goal?", Line(story, question)), .. Ways(question)]
        );
    }

    public static WhyAnswer Whole(GoalStory story, WhyQuestion question)
    {
        var open = story.Assigned.Tiers.FirstOrDefault(tier => tier.State is not TierState.Reached);
        return new(
            $"Why “{Name(story)}”?",
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
                GoalReasons.Rule(story.Metric),
            ],
            [
                .. story.Grants.Select(grant => new Button(
                    $"Grant of {Small(story, grant.Key.Tier)}",
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
            $"Why {Small(story, kind)} of “{Name(story)}”?",
            [
                .. tier is null
                    ? [NoTier(story, kind)]
                    : TierReasons.Of(story, tier, isTold: true).Concat(TierReasons.Trigger(story, tier)),
                PlanReasons.Standing(story),
                .. PlanReasons.Life(story),
                .. ChainReasons.Of(story),
                .. tier is null ? [] : GrantTold.Of(story, tier),
                .. CountedReasons.Of(story),
                GoalReasons.Rule(story.Metric),
            ],
            [new("Why this goal?", Line(story, question)), .. Ways(question)]
        );
    }

    private static string NoTier(GoalStory story, TierKind? kind)
    {
        var has = story.Assigned.Tiers.Select(tier => TierReasons.Small(tier)).ToList();
        return $"It has no {kind?.ToString().ToLowerInvariant() ?? "tier"}: "
            + (
                has.Count == 0
                    ? "only its target is told, and nothing is granted."
                    : $"its tiers are {TeamGoalWords.Names(has, story.Format)}."
            );
    }

    /// <summary>Whose it is instead, and what to ask.</summary>
    public static WhyAnswer NoPart(AskedGoal asked, WhyQuestion question, GoalNames names)
    {
        var (goal, name) = (asked.Goal, TeamGoalWords.Name(asked.Plan.Name));
        var period = asked.Period is { } key ? $" in {key}" : "";
        var isMembers = goal.Subject.Kind is SubjectKind.Members && question.Owner is null && asked.Period is null;
        return new(
            isMembers ? $"Why “{name}” of whom?" : $"Why “{name}”?",
            [
                $"“{name}” is {(goal.Subject.Person is null ? "for" : "a goal of")} {names.Whose(goal.Subject)}{(goal.IsDraft ? ", and a draft" : "")}.",
                isMembers ? $"Name one of them: “/why goal {goal.Id} @name”."
                : question.Owner is { } owner
                    ? $"{owner} has no part in it{period}: nothing of theirs counts for it, and nothing is granted to them."
                : $"There is no part in it for you{period}.",
                .. goal.Archived is null ? Array.Empty<string>() : [$"It was archived {question.Format.Moment(goal.Archived.Value)}."],
            ],
            Ways(question)
        );
    }

    private static IReadOnlyList<Button> Ways(WhyQuestion question) => question.Owner is null ? [new("Your goals", "goals")] : [];

    private static string Line(GoalStory story, WhyQuestion question) => $"why goal {story.Goal.Id}{Of(question)}";

    /// <summary>A button goes on asking about the same person.</summary>
    private static string Of(WhyQuestion question) => question.Owner is null ? "" : $" person:{question.Person}";

    private static string Name(GoalStory story) => TeamGoalWords.Name(story.Plan.Name);

    private static string Small(GoalStory story, TierKind kind) =>
        story.Plan.Tiers.FirstOrDefault(tier => tier.Kind == kind) is { } tier
            ? TierReasons.Small(tier)
            : kind.ToString().ToLowerInvariant();
}
