using Bot.Errands;
using Bot.Teams.Errands;
using Bot.Teams.Wire;

namespace Bot.Teams.Turns;

/// <summary>A person wrote to the bot, or pressed a button of the kind that writes for them.</summary>
internal sealed class MessageTurn(
    Asking asking,
    NamedPeople people,
    Conversations conversations,
    TeamsDoing doing,
    TeamsCards cards,
    ILogger<MessageTurn> log
)
{
    public Task AnswerAsync(Activity activity) => doing.TakeInTimeAsync(activity, ct => RunAsync(activity, isLast: false, ct));

    /// <param name="isLast">Whether a database that is away is no reason to try again.</param>
    public async Task<ErrandOutcome> RunAsync(Activity activity, bool isLast, CancellationToken ct)
    {
        await conversations.RememberAsync(activity, ct);
        if (await asking.AnswerAsync(activity, await LineAsync(activity, ct), ct) is not { } reply)
        {
            log.NobodyOfOurs(activity.Id);
            return ErrandOutcome.Done;
        }

        return reply.IsAway && !isLast
            ? ErrandOutcome.Again
            : await doing.GiveAsync(new(activity.Bare, cards.Message(reply.Card), Edits: null), ct);
    }

    private async Task<string> LineAsync(Activity activity, CancellationToken ct) =>
        activity is { Text: null or "", Value: { } value } && CardAction.OfSubmit(value) is { } pressed
            ? pressed.Command
            : await people.LineAsync(activity, ct);
}
