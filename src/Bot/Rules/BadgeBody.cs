namespace Bot.Rules;

/// <param name="Measure">What is counted: quotes, deals, revenue, sprintDeals, replies, activeDays, logged, bigDeal or streak. Nothing: goals give the badge, and nothing else does.</param>
/// <param name="Kind">Of <c>logged</c>: the kind of <c>activity.logged</c>.</param>
/// <param name="Per">Once in every week, month or quarter; nothing for once.</param>
internal sealed record BadgeTriggerBody(string? Measure, string? Kind, string? Per);

/// <param name="Threshold">What unlocks it; of money in revenue units U; none of a badge without a measure.</param>
/// <param name="Art">An emoji, or the name of one of the served pictures.</param>
internal sealed record BadgeBody(
    string? Name,
    string? Description,
    string? Category,
    string? Art,
    long? Threshold,
    bool? Enabled,
    BadgeTriggerBody? Trigger
);
