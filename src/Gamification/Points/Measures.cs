namespace Gamification.Points;

/// <summary>What one effect adds to or takes from a person's counts. Sums of these are what tallies and progress hold.</summary>
/// <param name="Sent">Quotes for milestones: a void on a later day does not take it back.</param>
/// <param name="Revenue">Minor units of the organisation's currency.</param>
/// <param name="Replies">Measured first human replies.</param>
/// <param name="Active">Active days.</param>
public readonly record struct Measures(int Quotes, int Sent, int Deals, long Revenue, int Replies, int Active)
{
    /// <summary>Deals won within 7 × 24 h of their earliest quote. Only badges count it: tallies leave it out.</summary>
    public int Sprints { get; init; }

    /// <summary>Logged activities of the kind that the line's grouping names. Only badges count it: tallies leave it out.</summary>
    public int Logged { get; init; }

    public static Measures operator +(Measures a, Measures b) =>
        new(a.Quotes + b.Quotes, a.Sent + b.Sent, a.Deals + b.Deals, a.Revenue + b.Revenue, a.Replies + b.Replies, a.Active + b.Active)
        {
            Sprints = a.Sprints + b.Sprints,
            Logged = a.Logged + b.Logged,
        };

    public static Measures operator -(Measures a, Measures b) =>
        new(a.Quotes - b.Quotes, a.Sent - b.Sent, a.Deals - b.Deals, a.Revenue - b.Revenue, a.Replies - b.Replies, a.Active - b.Active)
        {
            Sprints = a.Sprints - b.Sprints,
            Logged = a.Logged - b.Logged,
        };

    public bool IsZero => this == default;

    /// <summary>What boards, tallies and goals add up.</summary>
    public Measures ForTallies() => this with { Sprints = 0, Logged = 0 };
}
