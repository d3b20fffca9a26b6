namespace Gamification.Points;

/// <summary>What one effect adds to or takes from a person's counts. Sums of these are what tallies and progress hold.</summary>
/// <param name="Sent">Quotes for milestones: a void on a later day does not take it back.</param>
/// <param name="Revenue">Minor units of the organisation's currency.</param>
/// <param name="Replies">Measured first human replies.</param>
/// <param name="Active">Active days.</param>
public readonly record struct Measures(int Quotes, int Sent, int Deals, long Revenue, int Replies, int Active)
{
    public static Measures operator +(Measures a, Measures b) =>
        new(a.Quotes + b.Quotes, a.Sent + b.Sent, a.Deals + b.Deals, a.Revenue + b.Revenue, a.Replies + b.Replies, a.Active + b.Active);

    public static Measures operator -(Measures a, Measures b) =>
        new(a.Quotes - b.Quotes, a.Sent - b.Sent, a.Deals - b.Deals, a.Revenue - b.Revenue, a.Replies - b.Replies, a.Active - b.Active);

    public bool IsZero => this == default;
}
