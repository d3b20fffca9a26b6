using Gamification;
using Gamification.Time;

namespace Storage;

/// <summary>What a reopening changes, before it is played.</summary>
/// <param name="Again">What goes back to where it belongs.</param>
/// <param name="Also">Periods that are closed and hold a part of it: they are reopened too, or none is.</param>
public sealed record Reopening(Recount Again, IReadOnlyCollection<PeriodKey> Also);
