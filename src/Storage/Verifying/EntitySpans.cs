using Storage.Writing;

namespace Storage.Verifying;

/// <summary>Divides the next deals, quotes and conversations into spans of some thousand facts, by their index and without reading them.</summary>
internal sealed class EntitySpans(WriteScope scope)
{
    private const int EnoughFacts = 2_500;
    private const int Ahead = 20;

    /// <summary>Comes after the id of every entity: those begin with a letter.</summary>
    private const string End = "~";

    private static readonly Query<string> EntityAfter = new(
        $"SELECT t.entity FROM fact AS t WHERE t.entity > $1 ORDER BY t.entity LIMIT 1 OFFSET {EnoughFacts}",
        row => row.Text(0)
    );

    /// <returns>At least one; the last of all entities says so, also where none are left for it.</returns>
    public async Task<IReadOnlyList<KeySpan>> AfterAsync(string after, CancellationToken ct)
    {
        var spans = new List<KeySpan>(Ahead);
        do
        {
            var until = (await scope.Connection.QueryAsync(EntityAfter, [after], ct)).SingleOrDefault();
            spans.Add(new(after, until ?? End, EnoughFacts, IsLast: until is null));
            after = until ?? End;
        } while (spans.Count < Ahead && !spans[^1].IsLast);

        return spans;
    }
}
