namespace Storage.Writing;

/// <summary>A statement that answers with rows, prepared once. Its places are <c>$1</c>, <c>$2</c> … in this order.</summary>
internal sealed class Query<TRow>(string sql, Func<IRow, TRow> map)
{
    public string Sql => sql;

    public Func<IRow, TRow> Map => map;
}
