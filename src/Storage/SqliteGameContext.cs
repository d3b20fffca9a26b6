using Microsoft.EntityFrameworkCore;

namespace Storage;

/// <summary>The game on SQLite: text compares as bytes by itself.</summary>
public sealed class SqliteGameContext(DbContextOptions<SqliteGameContext> options) : GameContext(options);
