using Gamification;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>
/// Reads part by part on one connection. Each part is read from one snapshot, so that what is written meanwhile is seen whole or not at
/// all; nothing waits for it.
/// </summary>
internal sealed class VerificationReading(IWriteConnection connection, Organisation organisation, Rulebook rules) : IAsyncDisposable
{
    private readonly Setup setup = new();

    /// <summary>The next people or entities, in spans that several readings can take at a time.</summary>
    public Task<IReadOnlyList<KeySpan>> SpansAsync(VerificationPhase phase, string after, CancellationToken ct) =>
        ReadAsync(
            scope =>
                phase is VerificationPhase.Shared
                    ? new EntitySpans(scope).AfterAsync(after, ct)
                    : new PeopleSpans(scope).AfterAsync(after, ct),
            ct
        );

    public Task<ReadPart> ReadAsync(VerificationPhase phase, KeySpan span, CancellationToken ct) =>
        ReadAsync(
            scope =>
                phase switch
                {
                    VerificationPhase.Shared => new SharedPart(scope).ReadAsync(span, ct),
                    VerificationPhase.Own => new OwnPart(scope).ReadAsync(span, ct),
                    _ => new PersonPart(scope).ReadAsync(span, ct),
                },
            ct
        );

    /// <summary>The next part of a phase whose parts are only known when they are read.</summary>
    /// <param name="after">The cursor of the part before; empty to begin.</param>
    public Task<ReadPart> NextAsync(VerificationPhase phase, string after, CancellationToken ct) =>
        ReadAsync(
            scope =>
                phase switch
                {
                    VerificationPhase.Deals => new DealPart(scope).ReadAsync(after, ct),
                    VerificationPhase.Strays => new StrayPart(scope).ReadAsync(after, ct),
                    VerificationPhase.Goals => new GoalPart(scope).ReadAsync(after, ct),
                    VerificationPhase.Closes => new ClosePart(scope).ReadAsync(after, ct),
                    _ => throw new System.Diagnostics.UnreachableException($"No part for {phase}."),
                },
            ct
        );

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private Task<T> ReadAsync<T>(Func<WriteScope, Task<T>> readAsync, CancellationToken ct) =>
        Availability.GuardAsync(async () =>
        {
            await connection.BeginAsync(ct);
            try
            {
                var scope = new WriteScope(connection, setup, organisation, rules, now: default);
                await scope.StartAsync(ct);
                return await readAsync(scope);
            }
            finally
            {
                await connection.RollbackAsync();
            }
        });
}
