using System.Collections.Frozen;
using Gamification.Goals;

namespace Gamification.Rewards;

/// <summary>Reads the keys of grants and the ids of prizes back, as their text says it; whatever else it holds is no key.</summary>
public static class GrantKeys
{
    private const int Longest = 600;

    private static readonly FrozenDictionary<string, TierKind> Tiers = Enum.GetValues<TierKind>()
        .ToFrozenDictionary(tier => tier.ToString().ToLowerInvariant());

    /// <summary><c>{goal}/{subject}/{tier}/{period}</c>; null when the text is none.</summary>
    public static GrantKey? Parse(string? text) =>
        text is { Length: <= Longest } && text.Split('/') is { Length: 4 } parts ? Of(parts) : null;

    /// <summary><c>{grant}/{recipient}/{reward}</c>; null when the text is none.</summary>
    public static PrizeId? ParsePrize(string? text) =>
        text is { Length: <= Longest }
        && text.Split('/') is { Length: 6 } parts
        && Of(parts) is { } grant
        && Array.TrueForAll(parts, part => part.Length > 0)
            ? new PrizeId(grant, new(parts[4]), parts[5])
            : null;

    private static GrantKey? Of(string[] parts) =>
        parts is [{ Length: > 0 } goal, { Length: > 0 } subject, var tier, { Length: > 0 } period, ..]
        && Tiers.TryGetValue(tier, out var kind)
            ? new GrantKey(new(new(goal), new(subject), new(period)), kind)
            : null;
}
