using System.Collections.Concurrent;
using System.Globalization;
using Bot.Texts;

namespace Bot.Commands;

/// <summary>
/// The language each chat user had chosen when they last asked for something: for what is said where there is no time to ask the
/// database, or where it is away.
/// </summary>
public sealed class KnownLanguages
{
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<(string Platform, string User), string> chosen = new();

    /// <param name="language">Null where the person leaves it to their chat.</param>
    public void Keep(ChatUser user, string? language)
    {
        if (language is null)
        {
            chosen.TryRemove((user.Platform, user.Id), out _);
            return;
        }

        if (chosen.Count >= MostKept)
            chosen.Clear();
        chosen[(user.Platform, user.Id)] = language;
    }

    /// <param name="chat">As their chat says.</param>
    public CultureInfo LocaleOf(string platform, string user, CultureInfo chat) =>
        ReaderLocale.Of(chosen.GetValueOrDefault((platform, user)), chat);

    /// <summary>Null where nothing was chosen, or nobody asked for anything since the host started.</summary>
    public Language? ChosenBy(string platform, string user) =>
        chosen.TryGetValue((platform, user), out var language) ? Language.Named(language) : null;
}
