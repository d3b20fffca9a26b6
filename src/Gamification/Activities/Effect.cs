using Gamification.Points;

namespace Gamification.Activities;

/// <summary>How an effect takes part in the points of its day.</summary>
internal enum EffectKind
{
    /// <summary>A quote, deal or reply starts to count.</summary>
    Earn,

    /// <summary>Takes back, in its own day, what its entity earned there.</summary>
    Undo,

    /// <summary>Takes back what lies in a closed period: its candidate says exactly what.</summary>
    Carried,

    /// <summary>Moves revenue only.</summary>
    Amount,
}

/// <summary>What one fact adds to or takes from one person, before limits.</summary>
/// <param name="Grouping">The deal of a quote, the conversation of a reply; nothing for what takes back.</param>
internal readonly record struct Effect(
    EntryKey Key,
    Position Position,
    EffectKind Kind,
    string? Grouping,
    Measures Measures,
    int Candidate,
    int? ReplySeconds
);
