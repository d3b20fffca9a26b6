using System.Globalization;
using Bot.Cards;
using Bot.Channels;
using Bot.Commands;
using Bot.Outbox;
using Gamification;
using Storage;

namespace Bot.Forms;

/// <summary><c>send-again</c>: sends a failed or unconfirmed message once more. The attempt that was looked at is the key, so two presses are one.</summary>
internal sealed class SendAgainForm(TroubleAccess access, TroubleDesk desk, StatusGathering gathering, Organisation organisation) : IForm
{
    public string Id => "send-again";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        var format = new ReaderFormat(request.Locale, organisation);
        var (id, attempt) = Parse(request.State);
        var (message, instead) = await access.FindAsync(id, request.Person, request.Now, format, ct);
        return message is null ? new FormOpening.Instead(instead!) : new FormOpening.Shown(FormOf(message, attempt, format));
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var format = new ReaderFormat(request.Locale, organisation);
        var (id, attempt) = Parse(request.State);
        var (message, instead) = await access.FindAsync(id, request.Person, request.Now, format, ct);
        if (message is null)
            return new FormOutcome.Done(instead!);

        var isSent = await desk.PostAgainAsync(message with { Attempt = attempt ?? message.Attempt }, request.Person.Id.Value, ct);
        CardPart.Text said = isSent
            ? new(format.Say($"It is sent again."), Tone.Good)
            : new(format.Say($"This message is on its way, or somebody was faster."));
        return new FormOutcome.Done(StatusCard.Compose(await gathering.ReadAsync(request.Person, request.Now, ct), said, format));
    }

    private Form FormOf(TroubledMessage message, int? attempt, ReaderFormat format) =>
        new(
            Id,
            format.Say($"Post again"),
            [
                new FormPart.Facts([
                    new(format.Say($"What"), $"{AnnouncementWords.Of(message.Kind, format)} · {CleanText.Of(message.About, 120)}"),
                    new(format.Say($"Where"), StatusCard.To(message.To)),
                    new(format.Say($"When"), format.Moment(message.At)),
                    new(format.Say($"Reason"), DeliveryReasons.Said(message.Reason ?? "", 300, format)),
                ]),
                .. message.State is DeliveryState.Unknown
                    ? [new FormPart.Text(format.Say($"It may be there already. Look first: it would be there twice."), Tone.Warning)]
                    : Array.Empty<FormPart>(),
            ],
            format.Say($"Post again"),
            string.Create(CultureInfo.InvariantCulture, $"{message.Id}:{attempt ?? message.Attempt}")
        )
        {
            Confirm = format.Say($"Send it once more"),
        };

    private static (string Id, int? Attempt) Parse(string state) =>
        state.Split(':') is [var id, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt)
            ? (id, attempt)
            : (state, null);
}
