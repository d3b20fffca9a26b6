using Gamification;
using Gamification.Activities;
using NodaTime;

namespace Storage;

/// <param name="At">The instant the line is dated to.</param>
public sealed record LedgerLine(Instant At, long Points, string Rule, string Reason, FactId Fact, EntityId Entity, int Revision, long Revenue);

/// <summary>The lines behind a person's points.</summary>
public sealed class LedgerReader
{
    /// <summary>Lines dated in <c>[from, to)</c>, newest first; null bounds are open.</summary>
    public Task<IReadOnlyList<LedgerLine>> ReadAsync(PersonId person, Instant? from, Instant? to, int take, CancellationToken ct) =>
        throw new NotSupportedException();
}
