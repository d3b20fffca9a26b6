using Gamification;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>
/// Goes through everything that is stored part by part. Each part is read from one snapshot, so that what is written meanwhile is seen
/// whole or not at all; nothing waits for it.
/// </summary>
public sealed class VerificationReading : IAsyncDisposable
{
    private readonly Setup setup = new();
    private readonly IWriteConnection connection;
    private readonly Organisation organisation;
    private readonly Rulebook rules;

    internal VerificationReading(IWriteConnection connection, Organisation organisation, Rulebook rules) =>
        (this.connection, this.organisation, this.rules) = (connection, organisation, rules);

    /// <param name="after">The cursor of the part before; empty to begin.</param>
    /// <exception cref="StoreUnavailableException">The database is away.</exception>
    public Task<ReadPart> NextAsync(VerificationPhase phase, string after, CancellationToken ct) =>
        Availability.GuardAsync(async () =>
        {
            await connection.BeginAsync(ct);
            try
            {
                var scope = new WriteScope(connection, setup, organisation, rules, now: default);
                await scope.StartAsync(ct);
                return await ReadAsync(scope, phase, after, ct);
            }
            finally
            {
                await connection.RollbackAsync();
            }
        });

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static Task<ReadPart> ReadAsync(WriteScope scope, VerificationPhase phase, string after, CancellationToken ct) =>
        phase switch
        {
            VerificationPhase.People => new PersonPart(scope).ReadAsync(after, ct),
            VerificationPhase.Deals => new DealPart(scope).ReadAsync(after, ct),
            VerificationPhase.Strays => new StrayPart(scope).ReadAsync(after, ct),
            VerificationPhase.Goals => new GoalPart(scope).ReadAsync(after, ct),
            VerificationPhase.Closes => new ClosePart(scope).ReadAsync(after, ct),
            _ => throw new System.Diagnostics.UnreachableException($"No part for {phase}."),
        };
}
