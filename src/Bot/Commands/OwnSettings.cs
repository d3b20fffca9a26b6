using Bot.Cards;
using Bot.Play;
using Gamification.People;
using Storage;

namespace Bot.Commands;

/// <summary>Does what a person decided for themselves. What others see of them may not be taken for somebody else.</summary>
public sealed class OwnSettings(
    DirectoryReader directory,
    DirectoryDesk people,
    PreferenceDesk preferences,
    Gamification.Organisation organisation
)
{
    public const int LongestAlias = 40;

    /// <summary>Null when done, else what is wrong and what to do.</summary>
    public async Task<string?> ApplyAsync(
        PersonView person,
        SettingsEdit edit,
        ReaderFormat format,
        NodaTime.Instant now,
        CancellationToken ct
    )
    {
        switch (edit)
        {
            case SettingsEdit.Hints(var on):
                if (on != person.Hints)
                    await people.HintsAsync(person, on, ct);
                return null;
            case SettingsEdit.Notices(var kinds, var on):
                await preferences.PreferAsync(person, on ? person.Muted & ~kinds : person.Muted | kinds, person.Language, ct);
                return null;
            case SettingsEdit.Spoken(var language):
                await preferences.PreferAsync(person, person.Muted, language, ct);
                return null;
            case SettingsEdit.Shown(Publicity.Alias) when person.Alias is null:
                return format.Say($"First choose the alias: “/medalist settings alias Falcon”.");
            case SettingsEdit.Named({ } alias) when await ProblemAsync(person, alias, format, now, ct) is { } problem:
                return problem;
            default:
                var refusal = await people.ChangePersonAsync(person.Id, stored => Changed(stored, edit), person.Id.Value, ct);
                return refusal is null ? null : format.Say(PutRefusalWords.Of(refusal));
        }
    }

    /// <summary>What is wrong with an alias; null for nothing.</summary>
    public async Task<string?> ProblemAsync(
        PersonView person,
        string alias,
        ReaderFormat format,
        NodaTime.Instant now,
        CancellationToken ct
    )
    {
        var clean = CleanText.Of(alias, alias.Length);
        if (CleanText.IsNothing(alias) || clean.Length > LongestAlias)
            return format.Say($"Write an alias of 1 to {LongestAlias} characters.");

        var others = await directory.PeopleAsync(organisation.DayOf(now), ct);
        return others.Any(other =>
            other.Id != person.Id
            && (
                clean.Equals(other.Name, StringComparison.OrdinalIgnoreCase)
                || clean.Equals(other.Alias, StringComparison.OrdinalIgnoreCase)
            )
        )
            ? format.Say($"Somebody else is called “{CleanText.Of(clean, LongestAlias)}”. Choose another alias.")
            : null;
    }

    private static PersonRecord Changed(PersonRecord stored, SettingsEdit edit) =>
        edit switch
        {
            SettingsEdit.Ranked(var on) => stored with { Ranked = on },
            SettingsEdit.Shown(var publicity) => stored with { Publicity = publicity },
            SettingsEdit.Named(null) => stored with
            {
                Alias = null,
                Publicity = stored.Publicity is Publicity.Alias ? Publicity.Named : stored.Publicity,
            },
            SettingsEdit.Named({ } alias) => stored with { Alias = CleanText.Of(alias, alias.Length), Publicity = Publicity.Alias },
            _ => stored,
        };
}
