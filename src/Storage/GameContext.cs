using Microsoft.EntityFrameworkCore;

namespace Storage;

/// <summary>The model both databases share. One sealed context a database carries its migrations.</summary>
public abstract class GameContext(DbContextOptions options) : DbContext(options);
