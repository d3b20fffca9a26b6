using Storage;

namespace Bot.Play;

/// <summary>
/// What a chat platform says of who works here: people whom nobody linked yet are linked by the email it verified, so that notices reach
/// them before they first ask for something; who left is let go.
/// </summary>
public sealed class RosterDesk(DirectoryReader directory, DirectoryDesk desk)
{
    /// <summary>Who did it, in the audit.</summary>
    private const string By = "system";

    /// <summary>How many were linked. Taking the same list again links nobody.</summary>
    public async Task<int> LinkAsync(string platform, IEnumerable<(string User, string Email)> verified, CancellationToken ct)
    {
        var unlinked = new Dictionary<string, Gamification.PersonId>(await directory.UnlinkedAsync(platform, ct), StringComparer.Ordinal);
        var linked = 0;
        foreach (var (user, email) in verified)
            if (unlinked.Remove(email.ToLowerInvariant(), out var person) && await desk.LinkAsync(platform, user, person, By, ct) is null)
                linked++;

        return linked;
    }

    public async Task LetGoAsync(string platform, IEnumerable<string> users, CancellationToken ct)
    {
        var known = (await directory.IdentitiesAsync(platform, ct)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var user in users.Where(known.Contains))
            await desk.UnlinkAsync(platform, user, By, ct);
    }
}
