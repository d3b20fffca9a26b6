using Bot.Cards;
using Bot.Play;
using Gamification;

namespace Bot.Commands;

/// <summary><c>/medalist settings [hints on|off]</c>: what a person decides for themselves.</summary>
public sealed class PersonalSettings(DirectoryDesk desk, Organisation organisation)
{
    private static readonly string[] On = ["on", "yes", "true", "1", "enable", "start"];
    private static readonly string[] Off = ["off", "no", "false", "0", "disable", "stop"];

    public async Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct)
    {
        var format = new ReaderFormat(request.Locale, organisation);
        var words = request.Arguments.Skip(1).ToList();
        if (words.Count == 0)
            return new(SettingsCard.Compose(request.Person.Hints, isChanged: false, unknown: null, format));
        if (Wanted(words) is not { } on)
            return new(SettingsCard.Compose(request.Person.Hints, isChanged: false, string.Join(' ', words), format));

        if (on != request.Person.Hints)
            await desk.HintsAsync(request.Person, on, ct);
        return new(SettingsCard.Compose(on, isChanged: true, unknown: null, format));
    }

    private static bool? Wanted(List<string> words) =>
        !words.Exists(word => word is "hints" or "hint" or "near") ? null
        : words.Exists(word => On.Contains(word, StringComparer.Ordinal)) ? true
        : words.Exists(word => Off.Contains(word, StringComparer.Ordinal)) ? false
        : null;
}
