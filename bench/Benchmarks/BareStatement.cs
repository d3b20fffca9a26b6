using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Benchmarks;

/// <summary>A prepared command of the ADO provider, its parameters filled by place.</summary>
internal sealed class BareStatement
{
    private readonly SqliteCommand command;

    public BareStatement(SqliteConnection connection, string sql, params string[] parameters)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { ParameterName = parameter });
        command.Prepare();
    }

    public void Run(SqliteTransaction transaction, params object[] values)
    {
        command.Transaction = transaction;
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index];
        command.ExecuteNonQuery();
    }

    public static long Scalar(SqliteConnection connection, string sql)
    {
        using var asking = connection.CreateCommand();
        asking.CommandText = sql;
        return Convert.ToInt64(asking.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
