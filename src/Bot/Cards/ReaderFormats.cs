using System.Globalization;
using Bot.Channels;
using Bot.Texts;
using Gamification;
using NodaTime;
using Storage;

namespace Bot.Cards;

/// <summary>
/// How a channel or a person that asked for nothing is spoken to: in the language it has chosen, a person else in that of their chat, and
/// where nobody knows one in the organisation's.
/// </summary>
public sealed class ReaderFormats(DirectoryReader directory, ChatStore chat, IEnumerable<IChatLocale> locales, Organisation organisation)
{
    public async Task<ReaderFormat> OfChannelAsync(ChannelId channel, CancellationToken ct) =>
        Of((await chat.ChannelViewAsync(channel, ct))?.Settings.Language);

    public async Task<ReaderFormat> OfPersonAsync(PersonId person, LocalDate day, CancellationToken ct)
    {
        var chosen = (await directory.FindAsync(person, day, ct))?.Language;
        return await LocaleOfAsync(person, ct) is { } said ? new(ReaderLocale.Of(chosen, said), organisation) : Of(chosen);
    }

    /// <summary>Of the first platform that knows them, which is where they are told.</summary>
    private async Task<CultureInfo?> LocaleOfAsync(PersonId person, CancellationToken ct)
    {
        foreach (var locale in locales.OrderBy(one => one.Platform, StringComparer.Ordinal))
            if (await directory.IdentityOfAsync(person, locale.Platform, ct) is { } user)
                return await locale.OfAsync(user, ct);

        return null;
    }

    private ReaderFormat Of(string? chosen) =>
        chosen is not null && Language.Named(chosen) is { } language
            ? new(language.ForEveryone, organisation)
            : ReaderFormat.ForEveryone(organisation);
}
