using System.Collections;
using System.Globalization;
using Npgsql;

namespace Storage.Writing;

/// <summary>Rows turned into one array a column, which PostgreSQL takes in one statement.</summary>
internal sealed class PostgresColumns : IParameters
{
    private readonly List<IList> columns;
    private int next;

    private PostgresColumns(List<IList> columns) => this.columns = columns;

    /// <summary>Adds the arrays of all rows to a command, as parameters <c>$1</c>, <c>$2</c> …</summary>
    public static void Bind<T>(NpgsqlCommand command, IReadOnlyList<Field<T>> fields, IReadOnlyCollection<T> rows)
    {
        var arrays = new PostgresColumns([.. fields.Select(field => Column(field, rows.Count))]);
        foreach (var row in rows)
        {
            arrays.next = 0;
            foreach (var field in fields)
                field.Bind(row, arrays);
        }

        for (var i = 0; i < fields.Count; i++)
            command.Parameters[i].Value = arrays.columns[i];
    }

    /// <summary><c>unnest($1::text[], $2::bigint[])</c></summary>
    public static string Unnest<T>(IReadOnlyList<Field<T>> fields) =>
        $"unnest({string.Join(", ", fields.Select((field, i) => string.Create(CultureInfo.InvariantCulture, $"${i + 1}::{field.PostgresType}[]")))})";

    void IParameters.Text(string? value) => columns[next++].Add(value);

    void IParameters.Number(long? value) => ((List<long?>)columns[next++]).Add(value);

    void IParameters.Flag(bool value) => ((List<bool>)columns[next++]).Add(value);

    private static IList Column<T>(Field<T> field, int count) =>
        field switch
        {
            Field<T>.Text => new List<string?>(count),
            Field<T>.Number => new List<long?>(count),
            _ => new List<bool>(count),
        };
}
