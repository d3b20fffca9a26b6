using Gamification;
using Gamification.Activities;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <summary>An activity of a person that has no line in the ledger, though others of its kind do.</summary>
/// <param name="Reason">A code of <see cref="FactReasons"/>, or what was said when it was dismissed.</param>
public sealed record UnscoredFact(FactId Fact, ActivityKind Kind, FactState State, string Reason, Instant At);

/// <summary>What a person did and what counts nowhere, with the reason.</summary>
public sealed class UnscoredReader(IDbContextFactory<GameContext> contexts)
{
    private static readonly ActivityKind[] Scoring = [ActivityKind.QuoteSent, ActivityKind.DealClosed, ActivityKind.MessageReplied];
    private static readonly string[] Remarks = [FactReasons.Late, FactReasons.Ahead, FactReasons.Imported];

    /// <summary>Credited in <c>[from, to)</c>, newest first; null bounds are open.</summary>
    public async Task<IReadOnlyList<UnscoredFact>> ReadAsync(PersonId person, Instant? from, Instant? to, int take, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var facts = Credited(db.Facts.AsNoTracking().Where(row => row.Person == person && row.Reason != null), from, to)
            .Where(row => Scoring.Contains(row.Kind) && (row.State != FactState.Counted || !Remarks.Contains(row.Reason)))
            .OrderByDescending(row => row.Credited)
            .ThenBy(row => row.Connection)
            .ThenBy(row => row.ExternalId)
            .Take(take);
        var rows = await facts
            .Select(row => new
            {
                row.Connection,
                row.ExternalId,
                row.Kind,
                row.State,
                row.Reason,
                row.Credited,
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new UnscoredFact(new(row.Connection, row.ExternalId), row.Kind, row.State, row.Reason!, row.Credited)),
        ];
    }

    private static IQueryable<FactRow> Credited(IQueryable<FactRow> facts, Instant? from, Instant? to)
    {
        if (from is { } first)
            facts = facts.Where(row => row.Credited >= first);
        return to is { } end ? facts.Where(row => row.Credited < end) : facts;
    }
}
