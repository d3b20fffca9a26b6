using System.Data.Common;
using Gamification.Points;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Storage.Tests.Databases;

namespace Storage.Tests;

public abstract class BoardsSnapshotTests(TestDatabase database) : StorageTest(database)
{
    private static readonly BoardQuery Week = new(BoardKey.Organisation, BoardScript.Week, BoardMeasure.Points);

    [DatabaseFact]
    public async Task A_commit_that_lands_in_the_middle_of_a_read_is_seen_whole_or_not_at_all()
    {
        var script = new BoardScript(Open);
        var meanwhile = new BeforeTallies();
        var boards = new Boards(new Contexts(Host, meanwhile));
        foreach (var person in new[] { "a", "b", "c" })
            await script.PersonAsync(person, person);
        await script.PointsAsync(("a", 1_000), ("b", 1_000), ("c", 1_000));
        Assert.Equal([1_000, 1_000, 1_000], await ScoresAsync(boards));

        await script.PointsAsync(("a", -7), ("b", 7));
        meanwhile.Once = () => script.PointsAsync(("a", -7), ("c", 7));

        Assert.Equal([1_007, 1_000, 993], await ScoresAsync(boards));
        Assert.Equal([1_007, 1_007, 986], await ScoresAsync(boards));
    }

    private static async Task<IEnumerable<long>> ScoresAsync(Boards boards) =>
        (await boards.AllAsync(Week, default)).Select(row => row.Score);

    /// <summary>Does something else just before the tallies are read.</summary>
    private sealed class BeforeTallies : DbCommandInterceptor
    {
        public Func<Task>? Once { get; set; }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            if (Once is { } once && command.CommandText.Contains("tally", StringComparison.Ordinal))
            {
                Once = null;
                await once();
            }

            return result;
        }
    }

    /// <summary>The host's contexts with an ear on their commands.</summary>
    private sealed class Contexts(IServiceProvider host, IInterceptor ear) : IDbContextFactory<GameContext>
    {
        public GameContext CreateDbContext() =>
            host.GetService<DbContextOptions<SqliteGameContext>>() is { } sqlite
                ? new SqliteGameContext(new DbContextOptionsBuilder<SqliteGameContext>(sqlite).AddInterceptors(ear).Options)
                : new PostgresGameContext(
                    new DbContextOptionsBuilder<PostgresGameContext>(host.GetRequiredService<DbContextOptions<PostgresGameContext>>())
                        .AddInterceptors(ear)
                        .Options
                );
    }
}

public sealed class SqliteBoardsSnapshotTests() : BoardsSnapshotTests(new SqliteDatabase());

public sealed class PostgresBoardsSnapshotTests() : BoardsSnapshotTests(new PostgresDatabase()), IOnPostgres;
