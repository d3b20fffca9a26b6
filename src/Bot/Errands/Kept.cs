using Storage.Errands;

namespace Bot.Errands;

/// <summary>Whether a request is safe before it is acknowledged.</summary>
public abstract record Kept
{
    private Kept() { }

    /// <summary>It is stored, and this host's to do.</summary>
    public sealed record Mine(Errand Errand) : Kept;

    /// <summary>It was taken before, by whichever host.</summary>
    public sealed record Before : Kept;

    /// <summary>The store did not answer in time. What is done now lives as long as this host.</summary>
    /// <param name="Wanted">To be stored later when it is not done at once.</param>
    /// <param name="Storing">Null from it means that it was taken before; it fails where the store does.</param>
    public sealed record Not(Errand Wanted, Task<Errand?> Storing) : Kept;
}
