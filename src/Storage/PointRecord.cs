using Gamification.Points;
using NodaTime;

namespace Storage;

/// <summary>A version of the point rules with who set it.</summary>
/// <param name="By">A person's id, <c>api</c>, or <c>settings</c> for the first values.</param>
/// <param name="At">Null for the first values.</param>
public sealed record PointRecord(PointVersion Version, string By, Instant? At);
