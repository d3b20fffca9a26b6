using Bot.Cards;
using Bot.Commands;

namespace Bot.Slack;

/// <summary>Words of a Slack user, however they came, to the command desk.</summary>
internal sealed class SlackDesk(CommandDesk desk, SlackPeople people, ILogger<SlackDesk> log)
{
    /// <summary>What a person sees when the host could not answer; the reason is in the log.</summary>
    public static Card Sorry { get; } =
        new("Please try again", [new CardPart.Text("This could not be answered just now. Try again in a minute.", Tone.Warning)]);

    /// <summary>Null when it went wrong.</summary>
    public async Task<CommandReply?> AnswerAsync(string user, string line, string conversation, CancellationToken ct)
    {
        try
        {
            var profile = await people.FindAsync(user, ct);
            return await desk.AnswerAsync(Asker(user), SlackText.Plain(line), PlaceOf(conversation), profile.Locale, ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            log.Failed(exception, user);
            return null;
        }
    }

    private ChatUser Asker(string user) => new("slack", user, async ct => (await people.FindAsync(user, ct)).VerifiedEmail);

    /// <summary>Conversations of two are those whose id starts with D.</summary>
    private static Place PlaceOf(string conversation) => new("slack", conversation, IsChannel: !conversation.StartsWith('D'));
}
