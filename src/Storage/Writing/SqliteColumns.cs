using System.Runtime.InteropServices;
using SQLitePCL;

namespace Storage.Writing;

/// <summary>
/// The columns of the row a statement stands on, asked of SQLite without leaving managed code for it: a long history has fifty of them an
/// activity, and each costs less than the ordinary way across. Each is a look at what the step has read, so nothing ever waits in it.
/// </summary>
internal readonly unsafe partial struct SqliteColumns(sqlite3_stmt statement)
{
    private const string Library = "e_sqlite3";
    private const int Null = 5;

    /// <summary>Lives as long as the statement that owns it.</summary>
    private readonly nint handle = statement.DangerousGetHandle();

    public bool IsNull(int column) => TypeOf(handle, column) == Null;

    public long Number(int column) => NumberOf(handle, column);

    /// <summary>Empty for null too.</summary>
    public ReadOnlySpan<byte> Bytes(int column) =>
        BytesOf(handle, column) is var first && first is null ? [] : new(first, LengthOf(handle, column));

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    [SuppressGCTransition]
    private static partial int TypeOf(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    [SuppressGCTransition]
    private static partial long NumberOf(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    [SuppressGCTransition]
    private static partial byte* BytesOf(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    [SuppressGCTransition]
    private static partial int LengthOf(nint statement, int column);
}
