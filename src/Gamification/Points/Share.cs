using NodaTime;

namespace Gamification.Points;

/// <summary>What an entity counts for one person under one instant.</summary>
internal readonly record struct Share(PersonId Person, Instant Dated, Measures Measures)
{
    public Share Back => this with { Measures = default(Measures) - Measures };
}
