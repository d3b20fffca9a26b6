using NodaTime;

namespace Gamification.Points;

/// <summary>What an entity counts for one person under one instant.</summary>
internal readonly record struct Share(PersonId Person, Instant Dated, Measures Measures)
{
    /// <summary>Imported into a closed period: badges alone count it, and whatever takes it back.</summary>
    public bool IsPast { get; init; }

    public Share Back => this with { Measures = default(Measures) - Measures };
}
