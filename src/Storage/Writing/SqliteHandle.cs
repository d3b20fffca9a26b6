using System.Runtime.InteropServices;
using SQLitePCL;

namespace Storage.Writing;

/// <summary>
/// The columns and numbered places of a prepared statement, asked of SQLite without leaving managed code for it: an activity of a long
/// history has fifty columns to read and as many to write, and each costs less than the ordinary way across. None of these calls ever
/// waits: they look at the row the last step has read, or note a number for the next.
/// </summary>
internal readonly unsafe partial struct SqliteHandle(sqlite3_stmt statement)
{
    private const string Library = "e_sqlite3";
    private const int Null = 5;

    /// <summary>Lives as long as the statement that owns it.</summary>
    private readonly nint handle = statement.DangerousGetHandle();

    public bool IsNull(int column) => TypeOf(handle, column) == Null;

    public long Number(int column) => NumberOf(handle, column);

    /// <summary>Empty for null too.</summary>
    public ReadOnlySpan<byte> Bytes(int column) =>
        ValueOf(handle, column) is var value && BytesOf(value) is var first && first is null ? [] : new(first, LengthOf(value));

    /// <returns>SQLite's result code.</returns>
    public int Bind(int place, long? value) => value is { } number ? BindNumber(handle, place, number) : BindNull(handle, place);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    [SuppressGCTransition]
    private static partial int TypeOf(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    [SuppressGCTransition]
    private static partial long NumberOf(nint statement, int column);

    /// <summary>Takes the connection's mutex once for what is asked of the value, and not for each question.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_column_value")]
    [SuppressGCTransition]
    private static partial nint ValueOf(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_blob")]
    [SuppressGCTransition]
    private static partial byte* BytesOf(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_bytes")]
    [SuppressGCTransition]
    private static partial int LengthOf(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64")]
    [SuppressGCTransition]
    private static partial int BindNumber(nint statement, int place, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null")]
    [SuppressGCTransition]
    private static partial int BindNull(nint statement, int place);
}
