namespace Bot.Slack;

/// <summary>What is known of one person's home tab. Used by whoever holds <see cref="Turn"/>.</summary>
internal sealed class HomeVisit(string user)
{
    public string User => user;

    /// <summary>One publication of a person at a time, so that an older view never follows a newer one.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Of the view that Slack shows, as far as we know.</summary>
    public string? Hash { get; set; }

    /// <summary>The view that Slack shows; null when it is not known.</summary>
    public string? Shown { get; set; }

    /// <summary>Whether it is the dashboard: what a person turned to is left to them.</summary>
    public bool IsDashboard { get; set; }

    /// <summary>Whether the database did not answer at the last look.</summary>
    public bool IsAway { get; set; }

    /// <summary>Before that nothing is published unasked: the pause between two, or what Slack asked for.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>Whether something may have changed since the last look.</summary>
    public bool IsStale { get; set; }
}
