using Gamification;

namespace Storage;

/// <summary>One row of a board as a close recorded it.</summary>
/// <param name="Rank">By points; null for who was in no ranking.</param>
/// <param name="Revenue">Minor units of the organisation's currency.</param>
public sealed record SnapshotLine(PersonId Person, int? Rank, long Points, long Revenue, int Deals, int Quotes, int Replies);
