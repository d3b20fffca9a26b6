using Storage.Writing;

namespace Storage.Verifying;

/// <summary>
/// Divides the next people into spans of some thousand facts, by counting and without reading them: so several readings can work side by
/// side, and what one holds in memory at a time does not grow with the number of rows.
/// </summary>
internal sealed class PeopleSpans(WriteScope scope)
{
    private const int EnoughFacts = 1_250;
    private const int Ahead = 100;

    private static readonly Query<(string Person, long Facts)> NextPeople = new(
        $"""
        SELECT t.id, (SELECT COUNT(*) FROM fact AS f WHERE f.person = t.id) FROM person AS t
        WHERE t.id > $1 ORDER BY t.id LIMIT {Ahead + 1}
        """,
        row => (row.Text(0), row.Number(1))
    );

    /// <returns>At least one; the last of all people says so, also where nobody is left for it.</returns>
    public async Task<IReadOnlyList<KeySpan>> AfterAsync(string after, CancellationToken ct)
    {
        var found = await scope.Connection.QueryAsync(NextPeople, [after], ct);
        var spans = new List<KeySpan>();
        var (first, facts) = (after, 0L);
        foreach (var (person, count) in found.Take(Ahead))
        {
            (after, facts) = (person, facts + count);
            if (facts < EnoughFacts)
                continue;

            spans.Add(new(first, person, facts, IsLast: false));
            (first, facts) = (person, 0);
        }

        var isLast = found.Count <= Ahead;
        if (first != after || isLast)
            spans.Add(new(first, after, facts, isLast));
        return spans;
    }
}
