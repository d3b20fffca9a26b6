using System.Globalization;

namespace Bot.Import;

/// <summary>What became of the lines of a file.</summary>
internal sealed class ImportReport
{
    public const int MostNamed = 1_000;

    private readonly SortedDictionary<string, long> waiting = new(StringComparer.Ordinal);
    private readonly List<(long Line, string What)> named = [];

    /// <summary>In open periods: they count as if they had come in time.</summary>
    public long Counted { get; set; }

    /// <summary>In closed periods: they count for badges alone.</summary>
    public long Past { get; set; }

    public long Already { get; set; }

    /// <summary>Stored, but they score nothing: their person is inactive, or the game is switched off.</summary>
    public long Listed { get; set; }

    public long Quarantined => waiting.Values.Sum();

    /// <summary>Lines that do not simply count, in the order in which they were met.</summary>
    public IReadOnlyList<(long Line, string What)> Named => named;

    public void Wait(long line, string reason, string? owner)
    {
        waiting[reason] = waiting.GetValueOrDefault(reason) + 1;
        Name(line, owner is null ? $"quarantined: {reason}" : $"quarantined: {reason} ({owner})");
    }

    public void Name(long line, string what)
    {
        if (named.Count < MostNamed)
            named.Add((line, what));
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Counted} recorded in open periods, {Past} of closed periods recorded for badges, {Already} already recorded, {Quarantined} quarantined{Reasons()}, {Listed} listed without scoring"
        );

    private string Reasons() =>
        waiting.Count == 0
            ? ""
            : $" ({string.Join(", ", waiting.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}")))})";
}
