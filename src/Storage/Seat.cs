using Gamification;
using Gamification.People;

namespace Storage;

/// <summary>How a person appears on a board.</summary>
internal readonly record struct Face(string Name, string? Alias, Publicity Publicity);

/// <summary>A ranked person with a score.</summary>
internal sealed record Seat(PersonId Person, Face Face, long Score);
