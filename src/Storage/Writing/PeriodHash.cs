using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gamification.Points;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Storage.Writing;

/// <summary>
/// What a period's ledger was when it was closed, as one SHA-256 in lower-case hexadecimal: over every line dated in the period but those
/// of the imported past, by
/// person, instant, activity, rule and revision in ordinal order. A line is its fields in that order followed by team, quotes, sent,
/// deals, revenue, replies, active and points, in invariant digits and microseconds, with U+001F between fields and U+001E behind each line.
/// </summary>
internal sealed class PeriodHash(WriteScope scope)
{
    /// <summary>So many people's lines are in memory at once.</summary>
    private const int Together = 200;

    public async Task<string> OfAsync(Interval period, CancellationToken ct)
    {
        var people = await scope.Db.People.Select(row => row.Id).ToListAsync(ct);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var some in people.OrderBy(person => person.Value, StringComparer.Ordinal).Chunk(Together))
        {
            var lines = await scope.Connection.ReadAsync(EntryTable.Dated, [.. some.Select(person => new DatedLines(person, period))], ct);
            foreach (var line in lines.Where(line => !RuleNames.IsPast(line.Key.Rule)).Order(ByKey))
                hash.AppendData(Encoding.UTF8.GetBytes(Text(line)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static readonly Comparer<Entry> ByKey = Comparer<Entry>.Create(
        (left, right) =>
            string.CompareOrdinal(left.Key.Person.Value, right.Key.Person.Value) is not 0 and var byPerson ? byPerson
            : left.Key.Dated.CompareTo(right.Key.Dated) is not 0 and var byDate ? byDate
            : left.Key.Fact.CompareTo(right.Key.Fact) is not 0 and var byFact ? byFact
            : string.CompareOrdinal(left.Key.Rule, right.Key.Rule) is not 0 and var byRule ? byRule
            : left.Revision.CompareTo(right.Revision)
    );

    private static string Text(Entry line) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{line.Key.Person}\u001f{Stored.Micros(line.Key.Dated)}\u001f{line.Key.Fact.Connection}\u001f{line.Key.Fact.ExternalId}\u001f{line.Key.Rule}\u001f{line.Revision}\u001f{line.Team}\u001f{Text(line.Measures)}\u001f{line.Points}\u001e"
        );

    private static string Text(Measures measures) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{measures.Quotes}\u001f{measures.Sent}\u001f{measures.Deals}\u001f{measures.Revenue}\u001f{measures.Replies}\u001f{measures.Active}"
        );
}
