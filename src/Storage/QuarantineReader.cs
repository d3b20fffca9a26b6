using Gamification.Activities;
using NodaTime;

namespace Storage;

/// <param name="Id">Opaque and URL-safe; names the fact in the API.</param>
public sealed record WaitingFact(string Id, FactId Fact, string Kind, string? Owner, string Reason, Instant Occurred, Instant Received);

/// <summary>What waits for a person, a rate or a manager's word.</summary>
public sealed class QuarantineReader
{
    public Task<IReadOnlyList<WaitingFact>> ListAsync(CancellationToken ct) => throw new NotSupportedException();

    public Task<WaitingFact?> FindAsync(string id, CancellationToken ct) => throw new NotSupportedException();
}
