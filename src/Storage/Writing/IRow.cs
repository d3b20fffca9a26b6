namespace Storage.Writing;

/// <summary>One row of an answer, by the place of the column.</summary>
internal interface IRow
{
    string Text(int column);

    string? TextOrNull(int column);

    long Number(int column);

    long? NumberOrNull(int column);

    bool Flag(int column);
}
