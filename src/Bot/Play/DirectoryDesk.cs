using Gamification;
using Gamification.Activities;
using Storage;

namespace Bot.Play;

/// <summary>Changes of people and teams under the write lock; facts that waited for them are played in the same commit.</summary>
/// <remarks><c>by</c> is a person's id or <c>api</c>, for the audit row.</remarks>
public sealed class DirectoryDesk
{
    public Task PutTeamAsync(TeamRecord team, string by, CancellationToken ct) => throw new NotSupportedException();

    public Task<PutRefusal?> PutPersonAsync(PersonRecord person, string by, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Links a CRM owner or a chat user to a person, and plays what waited for the owner.</summary>
    public Task<PutRefusal?> LinkAsync(string source, string externalId, PersonId person, string by, CancellationToken ct) =>
        throw new NotSupportedException();

    /// <summary>Accepts a waiting fact as it is: credited now if it was too old. Null when done, else why not.</summary>
    public Task<string?> AcceptAsync(FactId fact, string by, CancellationToken ct) => throw new NotSupportedException();

    public Task<bool> DismissAsync(FactId fact, string by, string reason, CancellationToken ct) => throw new NotSupportedException();

    public Task ConnectAsync(string platform, string conversation, TeamId? team, string by, CancellationToken ct) =>
        throw new NotSupportedException();
}
