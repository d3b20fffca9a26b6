using Gamification.Activities;

namespace Gamification.Badges;

/// <summary>What a contribution does to one row of progress.</summary>
/// <param name="Value">Of a sum or a best one what is added; of marks their value.</param>
/// <param name="Of">The deal or goal whose value moves.</param>
/// <param name="IsGone">The mark at this position is taken away.</param>
internal sealed record Move(Position At, string Period, long Value, string Of = "", bool IsGone = false);
