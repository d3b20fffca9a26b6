using Gamification.Verifying;

namespace Bot.Play;

/// <summary>What a verification found, or a replay mended.</summary>
/// <param name="Rows">Facts and lines looked at.</param>
/// <param name="Differences">How many things were not what the facts say, also those an interrupted run had found before.</param>
/// <param name="Items">The first of them.</param>
public sealed record VerificationReport(long Rows, long Differences, IReadOnlyList<Difference> Items)
{
    public const int MostItems = 1_000;

    /// <summary>Grants that managers keep although the facts no longer give them.</summary>
    public long Kept { get; init; }
}
