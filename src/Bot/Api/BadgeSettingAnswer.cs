namespace Bot.Api;

/// <param name="Threshold">Of money in minor units of the organisation's currency; absent of a badge that only goals give.</param>
/// <param name="Repeats">week, month or quarter; nothing for once.</param>
internal sealed record BadgeSettingAnswer(
    string Id,
    string Name,
    string Description,
    string Category,
    bool Custom,
    bool Enabled,
    string? Art,
    long? Threshold,
    string? Repeats
);
