namespace Storage.Writing;

/// <summary>What a column becomes where the key is in the table already.</summary>
internal enum Merge
{
    Keep,
    Replace,
    Add,
}

/// <summary>One column of a written row or of a key, with where its value comes from.</summary>
internal abstract class Field<T>(string name, Merge merge)
{
    public string Name { get; } = name;

    public Merge Merge { get; } = merge;

    /// <summary>The type of an array's elements on PostgreSQL.</summary>
    public abstract string PostgresType { get; }

    public abstract void Bind(T row, IParameters parameters);

    public sealed class Text(string name, Func<T, string?> value, Merge merge = Merge.Keep) : Field<T>(name, merge)
    {
        public override string PostgresType => "text";

        public string? Of(T row) => value(row);

        public override void Bind(T row, IParameters parameters) => parameters.Text(value(row));
    }

    public sealed class Number(string name, Func<T, long?> value, Merge merge = Merge.Keep) : Field<T>(name, merge)
    {
        public override string PostgresType => "bigint";

        public override void Bind(T row, IParameters parameters) => parameters.Number(value(row));
    }

    public sealed class Flag(string name, Func<T, bool> value, Merge merge = Merge.Keep) : Field<T>(name, merge)
    {
        public override string PostgresType => "boolean";

        public override void Bind(T row, IParameters parameters) => parameters.Flag(value(row));
    }
}
