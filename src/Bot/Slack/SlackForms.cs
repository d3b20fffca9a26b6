using System.Diagnostics;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Forms;
using Bot.Forms.Rendering;
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
    private static readonly Card TooSlow = new(
        "Please press again",
        [new CardPart.Text("The form could not be opened in the three seconds Slack gives for it. Press the button again.", Tone.Warning)]
    );

    /// <param name="trigger">Of the press or the command; Slack takes it for three seconds, once.</param>
    public async Task OpenAsync(string user, string? trigger, FormOrigin origin, CancellationToken ct)
    {
        var card = await desk.OpenAsync(user, origin.Line, origin.Conversation, ct) switch
        {
            null => SlackDesk.Sorry,
            FormReply.Show(var form, _) => await ShowAsync(user, trigger, Of(form, origin), form, ct) ? null : TooSlow,
            FormReply.Done(var done) => done,
            FormReply.Refused(var refusal) => refusal,
            var other => throw new UnreachableException($"No answer for {other.GetType().Name}."),
        };
        if (card is not null && origin.IsHome)
            await home.GiveAsync(user, card, ct);
        else if (card is not null)
            await replier.SendAsync(origin.ResponseUrl, user, messages.Private(card), ct);
    }

    /// <summary>In place of the card or home tab the form was opened from, beside it, or in the person's own conversation.</summary>
    public async Task GiveAsync(string user, FormOrigin origin, Card card, CancellationToken ct)
    {
        if (origin.IsHome)
            await home.GiveAsync(user, card, ct);
        else if (origin.ResponseUrl is { } address)
            await replier.SendAsync(address, user, origin.ReplacesCard ? messages.Replacing(card) : messages.Private(card), ct);
        else if ((await client.OpenAsync(user, ct)).To(reply => reply.Channel?.Id) is SlackAnswer<string>.Ok(var own))
            await client.PostAsync(own, messages.Post(card), id: null, ct);
        else
            log.NotOpened(user, "no conversation to answer in");
    }

    /// <summary>Another view in an open modal. A modal that was closed or changed meanwhile stays as it is.</summary>
    public async Task ReplaceAsync(string user, string id, string? hash, JsonObject view, CancellationToken ct)
    {
        if (await client.UpdateViewAsync(id, hash, view, ct) is var answer and not SlackAnswer<SlackReply>.Ok)
            log.NotOpened(user, answer.Outcome);
    }

    /// <summary>The origin of the form as it is now: another step or another form may stand in the same modal.</summary>
    public static FormOrigin Of(Form form, FormOrigin origin) => origin with { Line = new(form.Id, form.State) };

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
