using Gamification.Rewards;
using Gamification.Time;

namespace Gamification.Goals;

/// <summary>
/// Finds a manager's wish right, or says all that is wrong with it, each at its field. What other goals say to a chain is for
/// <see cref="ChainCheck"/>, what a running period says to a change for <see cref="GoalEdit"/>.
/// </summary>
public static class PlanCheck
{
    private const int LongestName = 200;
    private const int LongestId = 100;
    private const int MostTargets = 1_000;
    private const decimal LeastPercent = 0.01m;
    private const decimal MostPercent = 10_000;

    /// <summary>Team and organisation add up what so many people do.</summary>
    private const int People = 1_000;

    public static PlanChecked Of(PlanWish wish, PlanContext context)
    {
        var faults = new PlanFaults();
        var name = faults.Text("name", $"The name", wish.Name, LongestName);
        var subject = SubjectOf(wish, context, faults);
        var metric = faults.Chosen("metric", $"The metric", wish.Metric, $"Choose one of {Metrics}.");
        var period = PlanPeriod.Of(wish.Period, faults);
        var (target, plan) = metric is { } known ? Measured(wish, name, GoalType.Of(known), period, context, faults) : (0, null);
        return faults.All.Count == 0
            ? new PlanChecked.Valid(new(subject!.Value, metric!.Value, period!.Value.Kind, period.Value.Only, target, plan!))
            : new PlanChecked.Invalid(faults.All);
    }

    private static string Metrics => string.Join(", ", GoalType.All.Select(type => type.Name));

    /// <summary>All that can be told only of a metric.</summary>
    private static (long, GoalPlan?) Measured(
        PlanWish wish,
        string name,
        GoalType type,
        PlanPeriod? period,
        PlanContext context,
        PlanFaults faults
    )
    {
        var isCollective = wish.Subject is SubjectKind.Team or SubjectKind.Organisation;
        var most = MostOf(type, period, isCollective);
        var target = faults.Amount("target", $"The target", wish.Target, type, most, context.Organisation);
        var targets = TargetsOf(wish, type, most, context, faults);
        long[] known = [.. targets.Values.Append(target).Where(amount => amount > 0)];
        var tiers = new TierCheck(type, most, known, isCollective, context, faults).Of(wish.Tiers ?? []);
        var accelerator =
            wish.Accelerator is { } pays && wish.Subject is { } subject
                ? new AcceleratorCheck(type, most, context, faults).Of(pays, subject)
                : null;
        var collective = CollectiveOf(wish, type, isCollective, faults);
        return (target, new(name, targets, wish.BoardGoal, tiers, accelerator, collective, AfterOf(wish, faults)));
    }

    private static SubjectId? SubjectOf(PlanWish wish, PlanContext context, PlanFaults faults)
    {
        if (
            faults.Chosen("subject.kind", $"Whose goal it is", wish.Subject, $"Choose person, members, team or organisation.")
            is not { } kind
        )
            return null;

        var id = wish.SubjectId ?? "";
        switch (kind)
        {
            case SubjectKind.Organisation:
                faults.AddWhen(wish.SubjectId is not null, "subject.id", $"The organisation has no id.", $"Leave it out.");
                return SubjectId.Organisation;
            case SubjectKind.Person:
                faults.AddWhen(!context.People.Contains(new(id)), "subject.id", $"There is no such person.", $"Choose a person.");
                return SubjectId.Of(new PersonId(id));
            default:
                faults.AddWhen(!context.Teams.Contains(new(id)), "subject.id", $"There is no such team.", $"Choose a team.");
                return kind is SubjectKind.Members ? SubjectId.MembersOf(new(id)) : SubjectId.OfTeam(new(id));
        }
    }

    /// <summary>Active days end at the days of the period; of many people there can be more of everything that is counted.</summary>
    private static long MostOf(GoalType type, PlanPeriod? period, bool isCollective)
    {
        var most = type.Unit is GoalUnit.Days && period is { Days: var days } ? days : type.Most;
        return isCollective && type.Unit is not (GoalUnit.Money or GoalUnit.Minutes) ? most * People : most;
    }

    private static Dictionary<PersonId, long> TargetsOf(PlanWish wish, GoalType type, long most, PlanContext context, PlanFaults faults)
    {
        var targets = new Dictionary<PersonId, long>();
        var typed = wish.Targets ?? new Dictionary<string, decimal>();
        faults.AddWhen(
            typed.Count > 0 && wish.Subject is SubjectKind.Person,
            "targets",
            $"The goal of one person has one target.",
            $"Leave targets out, or choose members."
        );
        faults.AddWhen(typed.Count > MostTargets, "targets", $"At most {MostTargets} people have a target of their own.", $"Name fewer.");
        foreach (var (id, amount) in typed.OrderBy(own => own.Key, StringComparer.Ordinal).Take(MostTargets))
        {
            faults.AddWhen(!context.People.Contains(new(id)), $"targets.{id}", $"There is no such person.", $"Choose a person.");
            targets[new(id)] = faults.Amount($"targets.{id}", $"The target", amount, type, most, context.Organisation);
        }

        return targets;
    }

    private static Collective CollectiveOf(PlanWish wish, GoalType type, bool isCollective, PlanFaults faults)
    {
        Check(wish.Share is not null, "share");
        Check(wish.EveryMemberPercent is not null, "everyMemberPercent");
        Check(wish.ParticipationPercent is not null, "participationPercent");
        faults.AddWhen(
            type.IsMedian && wish.Share is Sharing.Proportional,
            "share",
            $"Nobody's part of a median can be told.",
            $"Choose each or even."
        );
        return new(
            wish.Share ?? Sharing.Each,
            wish.EveryMemberPercent is { } each
                ? faults.Percent("everyMemberPercent", $"What every member reaches", each, LeastPercent, MostPercent)
                : null,
            wish.ParticipationPercent is { } part
                ? faults.Percent("participationPercent", $"The participation", part, LeastPercent, 100)
                : null
        );

        void Check(bool isGiven, string field)
        {
            faults.AddWhen(
                isGiven && !isCollective,
                field,
                $"Only a team's or the organisation's goal has {field}.",
                $"Leave it out, or choose team or organisation."
            );
            faults.AddWhen(
                isGiven && isCollective && type.IsMedian && field is not "share",
                field,
                $"A goal by response time asks nothing of single members.",
                $"Leave it out, or choose another metric."
            );
        }
    }

    private static Predecessor? AfterOf(PlanWish wish, PlanFaults faults)
    {
        if (wish.After is not { } after)
        {
            faults.AddWhen(
                wish.CountFrom is not null,
                "countFrom",
                $"Only a goal that another one unlocks can count from there.",
                $"Leave it out, or name the goal in after."
            );
            return null;
        }

        var goal = faults.Text("after.goal", $"The id of the goal that unlocks this one", after.Goal, LongestId);
        var tier = faults.Chosen("after.tier", $"The tier that unlocks this goal", after.Tier, $"Choose base, super or mega.");
        return new(new(goal), tier ?? default, wish.CountFrom ?? CountFrom.Unlock);
    }
}
