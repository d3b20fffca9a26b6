using Bot.Settings;
using Gamification.Announcements;
using Storage;

namespace Bot.Play;

/// <summary>What a person decides for themselves about what they are told, and how.</summary>
public sealed class PreferenceDesk(PlayStore store, TimeProvider clock)
{
    public async Task PreferAsync(PersonView person, NoticeKinds muted, string? language, CancellationToken ct)
    {
        if (muted == person.Muted && language == person.Language)
            return;

        await using var write = await store.BeginAsync(clock.Now(), ct);
        await write.PreferAsync(person.Id, muted, language, ct);
        await write.AuditAsync(
            new(
                clock.Now(),
                person.Id.Value,
                "person.settings",
                person.Id.Value,
                AuditText.OfPreferences(person.Muted, person.Language),
                AuditText.OfPreferences(muted, language),
                Reason: null
            ),
            ct
        );
        await write.CommitAsync(ct);
    }
}
