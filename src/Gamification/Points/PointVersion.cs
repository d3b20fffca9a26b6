using NodaTime;

namespace Gamification.Points;

/// <summary>The point rules as they were set once.</summary>
/// <param name="Version">From 1 on, one more for each change.</param>
/// <param name="From">The first local day it holds for, a date of each person's own calendar; null since ever.</param>
public sealed record PointVersion(int Version, LocalDate? From, PointRules Rules);
