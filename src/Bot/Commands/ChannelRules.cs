using Bot.Cards;
using Bot.Channels;
using Bot.Play;
using Gamification;
using Storage;

namespace Bot.Commands;

/// <summary><c>/medalist channel [budget|quiet|kinds|board|language|pause|resume …]</c>: what a connected channel hears of, and when.</summary>
public sealed class ChannelRules(ChannelAccess access, ChannelDesk desk, ChannelLife life, Organisation organisation)
{
    public static bool IsMeantBy(string word) => word is "pause" or "resume" || ChannelEdit.IsOne(word);

    /// <param name="words">From the setting on; none shows what is set.</param>
    public async Task<CommandReply> RunAsync(CommandRequest request, IReadOnlyList<string> words, CancellationToken ct)
    {
        if (!request.Place.IsChannel)
            return new(ChannelCards.NotInChannel(new(request.Locale, organisation)));

        var id = ChannelConnection.ChannelOf(request.Place);
        var format = new ReaderFormat(request.Locale, organisation);
        var (channel, team, instead) = await access.FindAsync(id, request.Person, request.Now, format, ct);
        if (channel is null)
            return new(instead!);

        var by = request.Person.Id.Value;
        return words switch
        {
            [] => await IsBackAsync() ? Show(channel with { PausedBecause = null }, GoesOn(format)) : Show(channel, null),
            ["pause", ..] => Show(
                await desk.PauseAsync(id, ChannelWords.PausedByPerson(BoardNames.Clean(request.Person.Name)), by, ct),
                Saved(format)
            ),
            ["resume", ..] => Show(await desk.PauseAsync(id, null, by, ct), GoesOn(format)),
            _ => await ChangeAsync(),
        };

        // Whoever asks for it there has it back: that is where the bot can write again.
        async Task<bool> IsBackAsync() =>
            channel.PausedBecause is { } because && ChannelTrouble.In(because) is not null && await life.ResumeAsync(id, by, ct);

        async Task<CommandReply> ChangeAsync() =>
            ChannelEdit.Parse(words, format) is (var change, var problem) && change is null
                ? Show(channel, new(problem!, Tone.Warning))
                : Show(await desk.ChangeAsync(id, change!, by, ct), Saved(format));

        CommandReply Show(ChannelView? after, CardPart.Text? said) =>
            new(after is null ? ChannelCards.NotConnected(id, format) : ChannelSettingsCard.Compose(after, team, said, format));
    }

    private static CardPart.Text GoesOn(ReaderFormat format) => new(format.Say($"It goes on; what waited comes now."), Tone.Good);

    public static CardPart.Text Saved(ReaderFormat format) => new(format.Say($"Saved."), Tone.Good);
}
