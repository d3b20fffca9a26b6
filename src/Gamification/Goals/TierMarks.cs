using Gamification.Activities;
using Gamification.Rewards;

namespace Gamification.Goals;

/// <summary>How one tier stands for a subject in a period.</summary>
/// <param name="Since">Where the sum came to stand at the trigger; null while below. Of a collective goal the same as <paramref name="Reached"/>.</param>
/// <param name="Reached">Where the running sum first got there, whatever was taken back later; null where it never did.</param>
public readonly record struct TierMark(Position? Since, Position? Reached);

/// <summary>The tiers of a goal in one period, as a value.</summary>
public sealed record TierMarks(TierMark Base, TierMark Super, TierMark Mega)
{
    public static TierMarks None { get; } = new(default, default, default);

    public TierMark this[TierKind kind] =>
        kind switch
        {
            TierKind.Base => Base,
            TierKind.Super => Super,
            _ => Mega,
        };

    public TierMarks With(TierKind kind, TierMark mark) =>
        kind switch
        {
            TierKind.Base => this with { Base = mark },
            TierKind.Super => this with { Super = mark },
            _ => this with { Mega = mark },
        };
}
