namespace Storage.Writing;

/// <summary>A read by key: what one key finds, for as many keys as there are.</summary>
/// <param name="table">The table, with <c>t</c> as its name in the condition.</param>
/// <param name="condition">With <c>{0}</c>, <c>{1}</c> … for the fields of the key.</param>
internal sealed class KeyedRead<TKey, TRow>(
    string columns,
    string table,
    string condition,
    Func<IRow, TRow> map,
    params IReadOnlyList<Field<TKey>> key
)
{
    public string Columns => columns;

    public string Table => table;

    public string Condition => condition;

    public Func<IRow, TRow> Map => map;

    public IReadOnlyList<Field<TKey>> Key => key;
}
