using Gamification;
using Gamification.Verifying;

namespace Storage.Writing;

/// <summary>Makes a person's tallies the sums of their lines again.</summary>
internal sealed class TallyMender(WriteScope scope)
{
    /// <returns>How many tallies were not right.</returns>
    public async Task<int> MendAsync(PersonId person, CancellationToken ct)
    {
        var lines = await scope.Connection.ReadAsync(EntryTable.OfPerson, [person], ct);
        var stored = await scope.Connection.ReadAsync(TallyTable.OfPerson, [person], ct);
        var missing = PersonVerification.MissingTallies(scope.Organisation, lines, stored);
        await scope.Connection.WriteAsync(TallyTable.Add, missing, ct);
        scope.Changed.Add(person);
        return missing.Count;
    }
}
