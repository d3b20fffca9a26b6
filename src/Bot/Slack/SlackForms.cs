using System.Diagnostics;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Errands;
using Bot.Forms;
using Bot.Forms.Rendering;
using Bot.Slack.Errands;
using Bot.Slack.Wire;

namespace Bot.Slack;

/// <summary>Opens forms as modals, and brings what came of them to where they were opened.</summary>
internal sealed class SlackForms(
    SlackDesk desk,
    SlackClient client,
    SlackReplier replier,
    SlackMessages messages,
    SlackHome home,
    ILogger<SlackForms> log
)
{
    /// <summary>Slack takes the trigger of a press or a command for three seconds, once.</summary>
    public async Task<ErrandOutcome> OpenAsync(SlackErrand.Opening opening, CancellationToken ct)
    {
        var (user, trigger, origin) = opening;
        var card = await desk.OpenAsync(user, origin.Line, origin.Conversation, ct) switch
        {
            null => desk.Sorry(user),
            FormReply.Show(var form, _) => await ShowAsync(user, trigger, Of(form, origin), form, ct)
                ? null
                : TooSlow(desk.KnownFormat(user)),
            FormReply.Done(var done) => done,
            FormReply.Refused(var refusal) => refusal,
            var other => throw new UnreachableException($"No answer for {other.GetType().Name}."),
        };
        return card is null ? ErrandOutcome.Done : await BesideAsync(user, origin, card, ct);
    }

    /// <summary>As a message of its own, which takes the place of nothing.</summary>
    public async Task<ErrandOutcome> BesideAsync(string user, FormOrigin origin, Card card, CancellationToken ct) =>
        await GiveAsync(await AnswerAsync(user, origin with { ReplacesCard = false }, card, ct), ct);

    /// <summary>In place of the card or home tab the form was opened from, beside it, or in the person's own conversation.</summary>
    public async Task<SlackErrand> AnswerAsync(string user, FormOrigin origin, Card card, CancellationToken ct) =>
        origin.IsHome
            ? new SlackErrand.HomeView(user, messages.Home(card, isDashboard: false, await desk.FormatAsync(user, ct)))
            : replier.Of(user, origin.ResponseUrl, origin.ReplacesCard ? messages.Replacing(card) : messages.Private(card));

    public async Task<ErrandOutcome> GiveAsync(SlackErrand answer, CancellationToken ct)
    {
        switch (answer)
        {
            case SlackErrand.Reply reply:
                return await replier.GiveAsync(reply, ct);
            case SlackErrand.HomeView(var user, var view):
                await home.GiveAsync(user, view, ct);
                return ErrandOutcome.Done;
            default:
                throw new UnreachableException($"No form is answered by {answer.GetType().Name}.");
        }
    }

    /// <summary>Another view in an open modal. One that was closed or changed meanwhile stays as it is.</summary>
    public async Task<SlackAnswer<SlackReply>> ReplaceAsync(string user, string id, string? hash, JsonObject view, CancellationToken ct)
    {
        var answer = await client.UpdateViewAsync(id, hash, view, ct);
        if (answer is not SlackAnswer<SlackReply>.Ok)
            log.NotOpened(user, answer.Outcome);
        return answer;
    }

    /// <summary>The origin of the form as it is now: another step or another form may stand in the same modal.</summary>
    public static FormOrigin Of(Form form, FormOrigin origin) => origin with { Line = new(form.Id, form.State) };

    private static Card TooSlow(ReaderFormat format) =>
        new(
            format.Say($"Please press again"),
            [
                new CardPart.Text(
                    format.Say($"The form could not be opened in the three seconds Slack gives for it. Press the button again."),
                    Tone.Warning
                ),
            ]
        );

    private async Task<bool> ShowAsync(string user, string? trigger, FormOrigin origin, Form form, CancellationToken ct)
    {
        if (trigger is null)
            return false;
        if (
            await client.OpenViewAsync(trigger, SlackModal.Render(form, origin.ToMetadata()), ct)
            is var answer
                and not SlackAnswer<SlackReply>.Ok
        )
        {
            log.NotOpened(user, answer.Outcome);
            return false;
        }

        return true;
    }
}
