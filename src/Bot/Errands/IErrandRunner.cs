using Storage.Errands;

namespace Bot.Errands;

/// <summary>Does what a platform's people asked for, from what was stored of it: after a restart, on another host, or once more.</summary>
public interface IErrandRunner
{
    /// <summary><c>slack</c> or <c>teams</c>.</summary>
    string Platform { get; }

    Task<ErrandOutcome> RunAsync(Errand errand, CancellationToken ct);
}
