namespace Bot.Errands;

/// <summary>What one attempt at an errand came to.</summary>
public abstract record ErrandOutcome
{
    private ErrandOutcome() { }

    public sealed record Finished : ErrandOutcome;

    /// <param name="After">When to go on; null leaves it to the desk, which waits longer each time.</param>
    /// <param name="Left">What is left to be done; null for all of it.</param>
    public sealed record Postponed(TimeSpan? After = null, string? Left = null) : ErrandOutcome;

    public static ErrandOutcome Done { get; } = new Finished();

    public static ErrandOutcome Again { get; } = new Postponed();
}
