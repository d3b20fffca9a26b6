namespace Storage.Writing;

/// <summary>One row of an answer, by the place of the column.</summary>
internal interface IRow
{
    string Text(int column);

    string? TextOrNull(int column);

    /// <summary>A text that many rows share: a person, a rule, a state. Read again it is the same object, where the database allows.</summary>
    string Shared(int column);

    string? SharedOrNull(int column);

    long Number(int column);

    long? NumberOrNull(int column);

    bool Flag(int column);
}
