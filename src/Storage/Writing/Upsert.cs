namespace Storage.Writing;

/// <summary>What happens to a row whose key is in the table already.</summary>
internal enum OnConflict
{
    /// <summary>The statement fails: the key is the wall.</summary>
    Refuse,

    /// <summary>The row is left out.</summary>
    Ignore,

    /// <summary>Each field as its <see cref="Merge"/> says.</summary>
    Merge,
}

/// <summary>How rows of one table are written. The first <paramref name="keys"/> fields are its key.</summary>
internal sealed class Upsert<T>(string table, int keys, OnConflict onConflict, params IReadOnlyList<Field<T>> fields)
{
    public IReadOnlyList<Field<T>> Fields => fields;

    public int Keys => keys;

    /// <summary>Rows that are in the table already are left out, so what took effect is not known before.</summary>
    public bool LeavesOut => onConflict is OnConflict.Ignore;

    public string Names => NamesOf(fields);

    public string Key => NamesOf(fields.Take(keys));

    public string Into => $"INSERT INTO {table} ({Names})";

    public string Conflict =>
        onConflict switch
        {
            OnConflict.Ignore => $"ON CONFLICT ({Key}) DO NOTHING",
            OnConflict.Merge => $"ON CONFLICT ({Key}) DO UPDATE SET {string.Join(", ", fields.Where(IsMerged).Select(Set))}",
            _ => "",
        };

    /// <summary>The key of a row as one text; only for keys of texts.</summary>
    public string KeyOf(T row) => Packed.Of(fields.Take(keys).OfType<Field<T>.Text>().Select(field => field.Of(row) ?? ""));

    /// <summary>The rows as their keys follow each other.</summary>
    public IReadOnlyList<T> InOrder(IReadOnlyCollection<T> rows)
    {
        var ordered = rows.ToList();
        var key = fields.Take(keys).ToList();
        ordered.Sort(
            (left, right) =>
            {
                foreach (var field in key)
                    if (field.Compare(left, right) is not 0 and var byField)
                        return byField;

                return 0;
            }
        );
        return ordered;
    }

    private static bool IsMerged(Field<T> field) => field.Merge is not Merge.Keep;

    private string Set(Field<T> field) =>
        field.Merge is Merge.Add ? $"{field.Name} = {table}.{field.Name} + excluded.{field.Name}" : $"{field.Name} = excluded.{field.Name}";

    private static string NamesOf(IEnumerable<Field<T>> fields) => string.Join(", ", fields.Select(field => field.Name));
}
