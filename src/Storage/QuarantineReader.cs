using System.Buffers.Text;
using System.Text;
using Gamification;
using Gamification.Activities;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <param name="Id">Opaque and URL-safe; names the fact in the API.</param>
/// <param name="Claimed">What the CRM claimed, where that lay too far in the future.</param>
/// <param name="Currency">Of its amount, where it has one.</param>
/// <param name="Person">Who the owner is, where that is known.</param>
public sealed record WaitingFact(
    string Id,
    FactId Fact,
    string Kind,
    string? Owner,
    PersonId? Person,
    string Reason,
    Instant Occurred,
    Instant Received,
    Instant? Claimed,
    string? Currency
);

/// <summary>What waits for a person, a rate or a manager's word, and what came too late to count.</summary>
public sealed class QuarantineReader(IDbContextFactory<GameContext> contexts)
{
    /// <summary>In business order.</summary>
    public Task<IReadOnlyList<WaitingFact>> ListAsync(CancellationToken ct) => ListAsync(Waiting, ct);

    /// <summary>What was received after the close of its period while the company rejects such: it counts nowhere. In business order.</summary>
    public Task<IReadOnlyList<WaitingFact>> RejectedAsync(CancellationToken ct) => ListAsync(Rejected, ct);

    private async Task<IReadOnlyList<WaitingFact>> ListAsync(Func<GameContext, IQueryable<FactRow>> which, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await which(db).OrderBy(row => row.Occurred).ThenBy(row => row.Connection).ThenBy(row => row.ExternalId).ToListAsync(ct);
        return [.. rows.Select(ToWaiting)];
    }

    /// <summary>Null when nothing of this id waits.</summary>
    public async Task<WaitingFact?> FindAsync(string id, CancellationToken ct)
    {
        if (Parse(id) is not { } fact)
            return null;

        await using var db = await contexts.CreateDbContextAsync(ct);
        var row = await Waiting(db).SingleOrDefaultAsync(row => row.Connection == fact.Connection && row.ExternalId == fact.ExternalId, ct);
        return row is null ? null : ToWaiting(row);
    }

    internal static IQueryable<FactRow> Waiting(GameContext db) => db.Facts.AsNoTracking().Where(row => row.State == FactState.Quarantined);

    internal static IQueryable<FactRow> Rejected(GameContext db) =>
        db
            .Facts.AsNoTracking()
            .Where(row => row.State == FactState.Listed && row.Reason == FactReasons.Late && row.Credited != row.Occurred);

    private static WaitingFact ToWaiting(FactRow row)
    {
        var fact = new FactId(row.Connection, row.ExternalId);
        return new(
            IdOf(fact),
            fact,
            Stored.Text(row.Kind),
            row.Owner,
            row.Person,
            row.Reason ?? "",
            row.Occurred,
            row.Received,
            row.ClaimedOccurred,
            row.Currency
        );
    }

    /// <summary>An external id may hold any character, also a slash; so its bytes are spelled out.</summary>
    private static string IdOf(FactId fact) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{fact.Connection}/{fact.ExternalId}"));

    private static FactId? Parse(string id) =>
        Base64Url.IsValid(id) && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id)).Split('/', 2) is [var connection, var externalId]
            ? new(connection, externalId)
            : null;
}
