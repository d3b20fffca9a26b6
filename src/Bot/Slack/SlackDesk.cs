using System.Globalization;
using Bot.Cards;
using Bot.Commands;
using Bot.Forms;
using Bot.Texts;
using Gamification;

namespace Bot.Slack;

/// <summary>Words of a Slack user, however they came, to the command desk.</summary>
internal sealed class SlackDesk(
    CommandDesk desk,
    FormDesk forms,
    SlackPeople people,
    KnownLanguages languages,
    Organisation organisation,
    ILogger<SlackDesk> log
)
{
    private const string Platform = "slack";

    /// <summary>What a person sees when the host could not answer; the reason is in the log.</summary>
    public Card Sorry(string user)
    {
        var format = KnownFormat(user);
        return new(
            format.Say($"Please try again"),
            [new CardPart.Text(format.Say($"This could not be answered just now. Try again in a minute."), Tone.Warning)]
        );
    }

    /// <summary>How the user reads as far as it is known at once; for what is said where there is no time to ask.</summary>
    public ReaderFormat KnownFormat(string user) =>
        people.Kept(user) is { } profile ? new(languages.LocaleOf(Platform, user, LocaleOf(profile)), organisation)
        : languages.ChosenBy(Platform, user) is { } chosen ? new(chosen.ForEveryone, organisation)
        : ReaderFormat.ForEveryone(organisation);

    /// <summary>Null when it went wrong.</summary>
    public Task<CommandReply?> AnswerAsync(string user, string line, string conversation, CancellationToken ct) =>
        TryAsync(user, locale => desk.AnswerAsync(Asker(user), SlackText.Plain(line), PlaceOf(conversation), locale, ct), ct);

    /// <summary>Null when it went wrong.</summary>
    public Task<FormReply?> OpenAsync(string user, FormLine line, string conversation, CancellationToken ct) =>
        TryAsync(user, locale => forms.OpenAsync(Asker(user), line, PlaceOf(conversation), locale, ct), ct);

    /// <summary>Null when it went wrong.</summary>
    public Task<FormReply?> SubmitAsync(string user, FormLine line, FormValues values, string conversation, CancellationToken ct) =>
        TryAsync(user, locale => forms.SubmitAsync(Asker(user), line, values, PlaceOf(conversation), locale, ct), ct);

    /// <summary>How the user reads; as everybody does where Slack does not tell.</summary>
    public async Task<ReaderFormat> FormatAsync(string user, CancellationToken ct) =>
        await TryAsync(user, locale => Task.FromResult(new ReaderFormat(languages.LocaleOf(Platform, user, locale), organisation)), ct)
        ?? KnownFormat(user);

    private async Task<T?> TryAsync<T>(string user, Func<CultureInfo, Task<T>> work, CancellationToken ct)
        where T : class
    {
        try
        {
            return await work(LocaleOf(await people.FindAsync(user, ct)));
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            log.Failed(exception, user);
            return null;
        }
    }

    private CultureInfo LocaleOf(SlackProfile profile) => profile.Locale ?? ReaderLocale.Unsaid(organisation);

    private ChatUser Asker(string user) => new(Platform, user, async ct => (await people.FindFreshAsync(user, ct)).VerifiedEmail);

    /// <summary>Conversations of two are those whose id starts with D.</summary>
    private static Place PlaceOf(string conversation) => new(Platform, conversation, IsChannel: !conversation.StartsWith('D'));
}
