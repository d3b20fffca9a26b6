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
            return new(SettingsCard.Compose(request.Person, new(Remedy(words, format), Tone.Warning), format));

        var problem = await settings.ApplyAsync(request.Person, edit, format, request.Now, ct);
        if (problem is not null)
            return new(SettingsCard.Compose(request.Person, new(problem, Tone.Warning), format));

        var after = await directory.FindAsync(request.Person.Id, organisation.DayOf(request.Now), ct) ?? request.Person;
        var spoken = new ReaderFormat(ReaderLocale.Of(after.Language, request.Locale), organisation);
        return new(SettingsCard.Compose(after, ChannelRules.Saved(spoken), spoken));
    }

    /// <summary>What to type for the setting that was begun; for what is none, that it is none.</summary>
    private static string Remedy(IReadOnlyList<string> words, ReaderFormat format) =>
        words[0] switch
        {
            "alias" => format.Say($"Type the alias too, such as “alias Falcon”, or “alias off”."),
            "language" or "lang" => format.Say(
                $"Type “language en”, “language pt-BR”, “language es”, or “language auto” for that of your chat."
            ),
            "notices" or "notice" => format.Say(
                $"Type a kind and on or off, such as “notices rewards off”. Kinds are goals, rewards, reversals, or all."
            ),
            "hints" or "hint" or "near" => format.Say($"Type “hints on” or “hints off”."),
            "unranked" or "ranked" => format.Say($"Type “unranked on” to leave the boards, or “unranked off” to be on them."),
            "publicity" or "shown" => format.Say($"Type “publicity named”, “publicity alias” or “publicity none”."),
            _ => format.Say(
                $"“{CleanText.Of(string.Join(' ', words), LongestEcho)}” is no setting. Type one of the lines below, or press Edit."
            ),
        };
}
