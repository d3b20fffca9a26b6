using System.Globalization;
using Gamification.Goals;
using Gamification.Rewards;

namespace Bot.Forms.TeamGoals;

/// <summary>The ids of the fields of all steps, and which of them a fault on the wire is about.</summary>
internal static class PlanFields
{
    public const string Name = "name";
    public const string Subject = "subject";
    public const string Person = "person";
    public const string Metric = "metric";
    public const string Target = "target";
    public const string Targets = "targets";
    public const string Period = "period";
    public const string Only = "only";
    public const string First = "first";
    public const string Last = "last";
    public const string Board = "board";
    public const string Accelerator = "accelerator";

    public const string Unit = "unit";
    public const string Bands = "bands";
    public const string Per = "per";
    public const string From = "from";
    public const string Size = "size";
    public const string Amount = "amount";
    public const string MaxSteps = "max-steps";
    public const string Cap = "cap";
    public const string NoCap = "no-cap";
    public const string Gate = "gate";
    public const string GateAtLeast = "gate-at-least";
    public const string Share = "share";
    public const string EveryMember = "every-member";
    public const string Participation = "participation";
    public const string After = "after";
    public const string CountFrom = "count-from";

    private static readonly (string Path, string Field)[] Paths =
    [
        ("subject.id", Person),
        ("subject", Subject),
        ("period.key", Only),
        ("period.first", First),
        ("period.last", Last),
        ("period", Period),
        ("targets", Targets),
        ("target", Target),
        ("accelerator.unit", Unit),
        ("accelerator.bands", Bands),
        ("accelerator.per", Per),
        ("accelerator.from", From),
        ("accelerator.size", Size),
        ("accelerator.amount", Amount),
        ("accelerator.maxSteps", MaxSteps),
        ("accelerator.cap", Cap),
        ("accelerator.noCap", NoCap),
        ("accelerator.gate.metric", Gate),
        ("accelerator.gate.atLeast", GateAtLeast),
        ("accelerator", Accelerator),
        ("share", Share),
        ("everyMemberPercent", EveryMember),
        ("participationPercent", Participation),
        ("after", After),
        ("countFrom", CountFrom),
        ("boardGoal", Board),
    ];

    public static string Trigger(TierKind tier) => $"{Of(tier)}-trigger";

    public static string Label(TierKind tier) => $"{Of(tier)}-label";

    public static string Rewards(TierKind tier) => $"{Of(tier)}-rewards";

    /// <summary>The errors of faults: those of one form at its fields, all others about the whole form, each once.</summary>
    /// <param name="isAsked">Whether the form has a field.</param>
    public static IReadOnlyList<FieldError> Errors(
        IEnumerable<GoalFault> faults,
        PlanWish plan,
        Func<string, bool> isAsked,
        FormRequest request
    ) =>
        [
            .. faults
                .Select(fault =>
                    FieldOf(fault.Field, plan) is var field && isAsked(field)
                        ? new FieldError(field, Placed(fault, request))
                        : new FieldError("", request.Say(fault))
                )
                .Distinct(),
        ];

    /// <summary>The field a path of the wire is about, wherever it is asked.</summary>
    public static string FieldOf(string path, PlanWish plan)
    {
        if (path.StartsWith("tiers[", StringComparison.Ordinal) && TierOf(path, plan) is { } tier)
            return path.EndsWith(".label", StringComparison.Ordinal) ? Label(tier)
                : path.Contains(".rewards", StringComparison.Ordinal) ? Rewards(tier)
                : Trigger(tier);

        return path.StartsWith("tiers", StringComparison.Ordinal)
            ? Trigger(TierKind.Base)
            : Paths.FirstOrDefault(one => IsIn(path, one.Path)).Field ?? path;
    }

    private static string Of(TierKind tier) => tier.ToString().ToLowerInvariant();

    private static bool IsIn(string path, string parent) =>
        path.StartsWith(parent, StringComparison.Ordinal) && (path.Length == parent.Length || path[parent.Length] is '.' or '[');

    private static TierKind? TierOf(string path, PlanWish plan) =>
        int.TryParse(
            path.AsSpan("tiers[".Length, path.IndexOf(']', StringComparison.Ordinal) - "tiers[".Length),
            CultureInfo.InvariantCulture,
            out var index
        ) && plan.Tiers?.ElementAtOrDefault(index)?.Kind is { } kind
            ? kind
            : null;

    /// <summary>With the line of a field that has several: <c>Line 2: …</c>.</summary>
    private static string Placed(GoalFault fault, FormRequest request)
    {
        var problem = request.Say(fault);
        return LineIn(fault.Field) is { } line ? request.Say($"Line {line}: {problem}") : problem;
    }

    private static int? LineIn(string path)
    {
        var list =
            path.IndexOf("rewards[", StringComparison.Ordinal) is >= 0 and var rewards ? rewards + "rewards[".Length
            : path.IndexOf("bands[", StringComparison.Ordinal) is >= 0 and var bands ? bands + "bands[".Length
            : -1;
        return list >= 0 && int.TryParse(path.AsSpan(list, path.IndexOf(']', list) - list), CultureInfo.InvariantCulture, out var index)
            ? index + 1
            : null;
    }
}
