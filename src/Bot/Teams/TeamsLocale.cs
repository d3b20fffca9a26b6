using System.Globalization;
using Bot.Channels;
using Bot.Teams.Turns;
using Storage;

namespace Bot.Teams;

/// <summary>As the person's client said it in their own chat, the last time it said anything there.</summary>
internal sealed class TeamsLocale(ChatStore chats) : IChatLocale
{
    public string Platform => "teams";

    public async Task<CultureInfo?> OfAsync(string user, CancellationToken ct) =>
        ActivityLanguage.Named((await chats.FindPersonalAsync(user, ct))?.Locale);
}
