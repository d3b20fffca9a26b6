using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Sqlite.Migrations.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Storage;

/// <summary>
/// Keeps the small tables that every activity writes in their key's own tree (<c>WITHOUT ROWID</c>): one page to write for a row instead
/// of two, and a board's or person's rows lie together.
/// </summary>
#pragma warning disable EF1001 // The provider's generator is the only place where CREATE TABLE is written.
internal sealed class SqliteTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider migrationsAnnotations)
    : SqliteMigrationsSqlGenerator(dependencies, migrationsAnnotations)
{
    private static readonly FrozenSet<string> KeptByKey = ["entry", "day", "tally", "progress", "goal_progress", "goal_snapshot"];

    protected override void Generate(
        CreateTableOperation operation,
        IModel? model,
        MigrationCommandListBuilder builder,
        bool terminate = true
    )
    {
        if (!KeptByKey.Contains(operation.Name.Replace("ef_temp_", "", StringComparison.Ordinal)))
        {
            base.Generate(operation, model, builder, terminate);
            return;
        }

        base.Generate(operation, model, builder, terminate: false);
        builder.Append(" WITHOUT ROWID");
        if (terminate)
        {
            builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
            EndStatement(builder);
        }
    }
}
