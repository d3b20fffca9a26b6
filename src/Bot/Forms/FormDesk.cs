using System.Diagnostics;
using System.Globalization;
using Bot.Cards;
using Bot.Commands;
using Bot.Texts;
using Gamification;
using Storage;

namespace Bot.Forms;

/// <summary>Where every surface opens and sends forms. Whatever the client says of rights, ids and choices is checked here anew.</summary>
public sealed partial class FormDesk(
    FormTable forms,
    WhoAsks who,
    KnownLanguages languages,
    RepeatedRequests repeated,
    Organisation organisation,
    ILogger<FormDesk> log
)
{
    private static Card Gone(Language language) =>
        new(
            language.Say($"This form is not here any more"),
            [new CardPart.Text(language.Say($"Medalist has changed since this card was made. Ask for the card again."))]
        );

    public Task<FormReply> OpenAsync(ChatUser user, FormLine line, Place place, CultureInfo locale, CancellationToken ct) =>
        WithAsync(user, line, place, locale, async (form, request) => Reply(await form.OpenAsync(request, ct), request), ct);

    public Task<FormReply> SubmitAsync(
        ChatUser user,
        FormLine line,
        FormValues values,
        Place place,
        CultureInfo locale,
        CancellationToken ct
    ) => WithAsync(user, line, place, locale, (form, request) => SubmitAsync(form, request, values, ct), ct);

    private async Task<FormReply> WithAsync(
        ChatUser user,
        FormLine line,
        Place place,
        CultureInfo locale,
        Func<IForm, FormRequest, Task<FormReply>> work,
        CancellationToken ct
    )
    {
        if (forms.Find(line.Id) is not { } form || line.State.Length > Form.LongestState)
            return new FormReply.Refused(Gone(Known(user, locale).Language));

        try
        {
            await repeated.CheckAsync(ct);
            return await who.FindAsync(user, locale, ct) switch
            {
                Asker.Known(var person, var now) => await work(
                    form,
                    new(line.State, person, place, ReaderLocale.Of(person.Language, locale), now)
                ),
                Asker.Unanswered(var card) => new FormReply.Refused(card),
                var other => throw new UnreachableException($"No form for {other.GetType().Name}."),
            };
        }
        catch (Exception away) when (StoreUnavailableException.IsMeantBy(away))
        {
            StoreIsAway(log, away, user.Platform);
            return new FormReply.Refused(SituationCards.StoreAway(Known(user, locale))) { IsAway = true };
        }
        catch (AlreadyDoneException)
        {
            return new FormReply.Done(SituationCards.AlreadyDone(Known(user, locale)));
        }
    }

    private ReaderFormat Known(ChatUser user, CultureInfo locale) => new(languages.LocaleOf(user.Platform, user.Id, locale), organisation);

    private static async Task<FormReply> SubmitAsync(IForm form, FormRequest request, FormValues values, CancellationToken ct)
    {
        var opening = await form.OpenAsync(request, ct);
        if (opening is not FormOpening.Shown(var opened))
            return Reply(opening, request);

        var shown = opened with { Language = request.Language };
        var reading = new FormReading(shown, values, request.Locale);
        if (shown.HasBack && values.Of(Form.BackField) is [Field.On])
            return Reply(await form.BackAsync(request, reading, ct), request);
        if (!reading.IsRight)
            return new FormReply.Show(shown.With(values), reading.Errors);

        return await form.SubmitAsync(request, reading, ct) switch
        {
            FormOutcome.Wrong(var errors) => new FormReply.Show(shown.With(values), errors),
            FormOutcome.Next(var next) => new FormReply.Show(next with { Language = request.Language }, []),
            FormOutcome.Done(var card) => new FormReply.Done(card),
            var other => throw new UnreachableException($"No reply for {other.GetType().Name}."),
        };
    }

    private static FormReply Reply(FormOpening opening, FormRequest request) =>
        opening switch
        {
            FormOpening.Shown(var form) => new FormReply.Show(form with { Language = request.Language }, []),
            FormOpening.Instead(var card) => new FormReply.Refused(card),
            _ => throw new UnreachableException($"No reply for {opening.GetType().Name}."),
        };

    [LoggerMessage(3010, LogLevel.Warning, "A form on {Platform} found the store away")]
    private static partial void StoreIsAway(ILogger logger, Exception away, string platform);
}
