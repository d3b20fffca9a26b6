using Bot.Cards;
using Bot.Texts;
using Gamification;
using Storage;

namespace Bot.Commands;

/// <summary><c>/medalist settings [language pt-BR|alias Falcon|unranked on|notices rewards off|hints on …]</c>: what a person decides for themselves.</summary>
public sealed class PersonalSettings(OwnSettings settings, DirectoryReader directory, Organisation organisation)
{
    private const int LongestEcho = 40;

    public async Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct)
    {
        IReadOnlyList<string> words = [.. request.Arguments.Skip(1)];
        var format = new ReaderFormat(request.Locale, organisation);
        if (words.Count == 0)
            return new(SettingsCard.Compose(request.Person, said: null, format));
        if (SettingsEdit.Parse(words, [.. request.Typed.Skip(1)]) is not { } edit)
            return new(SettingsCard.Compose(request.Person, Unknown(words, format), format));

        var problem = await settings.ApplyAsync(request.Person, edit, format, request.Now, ct);
        if (problem is not null)
            return new(SettingsCard.Compose(request.Person, new(problem, Tone.Warning), format));

        var after = await directory.FindAsync(request.Person.Id, organisation.DayOf(request.Now), ct) ?? request.Person;
        var spoken = new ReaderFormat(ReaderLocale.Of(after.Language, request.Locale), organisation);
        return new(SettingsCard.Compose(after, ChannelRules.Saved(spoken), spoken));
    }

    private static CardPart.Text Unknown(IReadOnlyList<string> words, ReaderFormat format) =>
        new(
            format.Say(
                $"“{CleanText.Of(string.Join(' ', words), LongestEcho)}” is no setting. Type one of the lines below, or press Edit."
            ),
            Tone.Warning
        );
}
