using System.Diagnostics;
using Gamification.Points;

namespace Gamification.Badges;

public enum BadgeCategory
{
    Milestone,
    Speed,
    Consistency,
    Revenue,
}

/// <summary>What unlocks a badge, as a sum of one measure.</summary>
public abstract record Trigger
{
    private Trigger() { }

    public abstract long Threshold { get; }

    /// <summary>Distinct quotes sent; one voided on a later day still counts.</summary>
    public sealed record Quotes(int Count) : Trigger
    {
        public override long Threshold => Count;
    }

    public sealed record Deals(int Count) : Trigger
    {
        public override long Threshold => Count;
    }

    /// <summary>What one effect adds to this trigger's sum.</summary>
    public long Of(Measures measures) =>
        this switch
        {
            Quotes => measures.Sent,
            Deals => measures.Deals,
            _ => throw new UnreachableException($"No measure for {GetType().Name}."),
        };
}

/// <param name="Id">Stable, kebab-case: it is in keys and on the wire.</param>
public sealed record Badge(string Id, string Name, string Description, BadgeCategory Category, Trigger Trigger);
