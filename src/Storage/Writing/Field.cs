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

    /// <summary>As the databases order the column.</summary>
    public abstract int Compare(T left, T right);

    public sealed class Text(string name, Func<T, string?> value, Merge merge = Merge.Keep) : Field<T>(name, merge)
    {
        public override string PostgresType => "text";

        public string? Of(T row) => value(row);

        public override void Bind(T row, IParameters parameters) => parameters.Text(value(row));

        public override int Compare(T left, T right) => string.CompareOrdinal(value(left), value(right));
    }

    public sealed class Number(string name, Func<T, long?> value, Merge merge = Merge.Keep) : Field<T>(name, merge)
    {
        public override string PostgresType => "bigint";

        public override void Bind(T row, IParameters parameters) => parameters.Number(value(row));

        public override int Compare(T left, T right) => Nullable.Compare(value(left), value(right));
    }

    public sealed class Flag(string name, Func<T, bool> value, Merge merge = Merge.Keep) : Field<T>(name, merge)
    {
        public override string PostgresType => "boolean";

        public override void Bind(T row, IParameters parameters) => parameters.Flag(value(row));

        public override int Compare(T left, T right) => value(left).CompareTo(value(right));
    }
}
