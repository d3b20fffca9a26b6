using Bot.Texts;
using Gamification;
using NodaTime;
using Storage;

namespace Bot.Cards;

/// <summary>How a channel or a person that asked for nothing is spoken to: in the language it has chosen, else in the organisation's.</summary>
public sealed class ReaderFormats(DirectoryReader directory, ChatStore chat, Organisation organisation)
{
    public async Task<ReaderFormat> OfChannelAsync(ChannelId channel, CancellationToken ct) =>
        Of((await chat.ChannelViewAsync(channel, ct))?.Settings.Language);

    public async Task<ReaderFormat> OfPersonAsync(PersonId person, LocalDate day, CancellationToken ct) =>
        Of((await directory.FindAsync(person, day, ct))?.Language);

    private ReaderFormat Of(string? chosen) =>
        chosen is not null && Language.Named(chosen) is { } language
            ? new(language.ForEveryone, organisation)
            : ReaderFormat.ForEveryone(organisation);
}
