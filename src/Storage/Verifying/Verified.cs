using Gamification;
using Gamification.Verifying;

namespace Storage.Verifying;

/// <summary>One part of what is stored, compared with a fresh fold of its facts.</summary>
/// <param name="Cursor">Where the next part of the phase begins; null when this was its last.</param>
/// <param name="Rows">How many facts (or, among people, lines) were looked at.</param>
/// <param name="Again">What has to be derived again to mend the differences.</param>
/// <param name="Tallies">Whose tallies are not the sums of their lines.</param>
public sealed record Verified(
    string? Cursor,
    int Rows,
    IReadOnlyList<Difference> Differences,
    Recount Again,
    IReadOnlyList<PersonId> Tallies
);
