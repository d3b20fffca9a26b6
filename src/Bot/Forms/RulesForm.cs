using System.Globalization;
using Bot.Cards;
using Bot.Commands;
using Bot.Rules;
using Gamification;
using Gamification.Points;
using Storage;

namespace Bot.Forms;

/// <summary><c>rules</c>: all points and limits, for admins. What is saved holds from the next local day on.</summary>
internal sealed class RulesForm(PointRulesReader rules, RulesDesk desk, Refusals refusals, Organisation organisation) : IForm
{
    public string Id => "rules";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        if (!PeopleRights.IsAdmin(request.Person))
            return new FormOpening.Instead(
                await refusals.RefuseAsync(request, who => $"Only {who} can change points and limits.", WhoMay.Admins, "rules", ct)
            );

        var timeline = await rules.TimelineAsync(ct);
        return new FormOpening.Shown(
            new(
                Id,
                request.Say($"Points and limits"),
                [
                    new FormPart.Text(Opening(timeline, request)),
                    .. PointSettings.All.Select(setting => FieldOf(setting, timeline.Newest.Rules, new(request.Locale, organisation))),
                ],
                request.Say($"Save"),
                StateOf(timeline.Newest)
            )
        );
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var typed = new Dictionary<string, int>();
        foreach (var setting in PointSettings.All)
            if (values.Whole(setting.Name, setting.Least, setting.Most) is { } number)
                typed[setting.Name] = (int)number;

        if (!values.IsRight)
            return new FormOutcome.Wrong(values.Errors);
        var timeline = await rules.TimelineAsync(ct);
        var change = new PointChange(typed);
        if (change.ApplyTo(timeline.Newest.Rules) != timeline.Newest.Rules && request.State != StateOf(timeline.Newest))
            return new FormOutcome.Wrong(
                request.Say($"Somebody changed the rules meanwhile. Open the form again to see theirs, then save yours.")
            );

        return await desk.ChangeAsync(change, request.Person.Id.Value, ct) switch
        {
            RulesChanged.Refused(var wrong) => new FormOutcome.Wrong([new(wrong.Name, request.Say(wrong.Reason))]),
            RulesChanged.Stands(var newest, var isNew) => new FormOutcome.Done(Saved(timeline, newest, isNew, request)),
            var other => throw new System.Diagnostics.UnreachableException($"No words for {other.GetType().Name}."),
        };
    }

    private Card Saved(PointTimeline before, PointVersion newest, bool isNew, FormRequest request)
    {
        var format = new ReaderFormat(request.Locale, organisation);
        var current = before.On(organisation.DayOf(request.Now));
        return RulesCard.Compose(
            current,
            newest == current ? null : newest,
            mayChange: true,
            RulesCard.Saved(newest, isNew, format),
            format
        );
    }

    private string Opening(PointTimeline timeline, FormRequest request) =>
        timeline.Newest.From is { } from && timeline.On(organisation.DayOf(request.Now)) != timeline.Newest
            ? request.Say(
                $"These hold from {new ReaderFormat(request.Locale, organisation).Date(from)} on. What you change holds from then on too."
            )
            : request.Say($"What you change holds from the next day on that has begun for nobody; days before keep their rules.");

    private static Field FieldOf(PointSetting setting, PointRules rules, ReaderFormat format) =>
        new(setting.Name, format.Say(setting.Label), new FieldKind.Number())
        {
            Value = [TypedNumber.Show(setting.Of(rules), format.Culture)],
        };

    private static string StateOf(PointVersion newest) => newest.Version.ToString(CultureInfo.InvariantCulture);
}
