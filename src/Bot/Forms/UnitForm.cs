using System.Globalization;
using Bot.Cards;
using Bot.Commands;
using Bot.Play;
using Bot.Rules;
using Gamification;
using Gamification.Badges;
using Storage;

namespace Bot.Forms;

/// <summary><c>revenue-unit</c>: the step in which the badges for revenue are measured; another one holds from the next day.</summary>
internal sealed class UnitForm(BadgeReader badges, BadgeDesk desk, Refusals refusals, Organisation organisation) : IForm
{
    private const string Unit = "unit";

    public string Id => "revenue-unit";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        if (!PeopleRights.IsAdmin(request.Person))
            return new FormOpening.Instead(await BadgeRights.RefuseAsync(refusals, request, ct));

        var book = await badges.BookAsync(ct);
        var newest = book.Settings.NewestOf(BadgeSetting.RevenueUnit);
        return new FormOpening.Shown(
            new(
                Id,
                request.Say($"Revenue unit"),
                [
                    new FormPart.Text(request.Say($"The badges for revenue are measured in it: Big Fish is one deal of 25 units.")),
                    new FormPart.Text(
                        request.Say($"Another unit holds from the next day on and takes no badge from anybody."),
                        Tone.Subtle
                    ),
                    new Field(Unit, request.Say($"One unit, in {organisation.Currency}"), new FieldKind.Number())
                    {
                        Value = [TypedNumber.Show(newest?.Threshold ?? book.Unit, request.Locale)],
                    },
                ],
                request.Say($"Save"),
                VersionOf(newest).ToString(CultureInfo.InvariantCulture)
            )
        );
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        if (values.Whole(Unit, 1, BadgeParser.MostUnit) is not { } major)
            return new FormOutcome.Wrong(values.Errors);

        var book = await badges.BookAsync(ct);
        var newest = book.Settings.NewestOf(BadgeSetting.RevenueUnit);
        if (major == (newest?.Threshold ?? book.Unit))
            return await DoneAsync(request.Say($"Nothing to change: it was so already."), request, ct);
        if (request.State != VersionOf(newest).ToString(CultureInfo.InvariantCulture))
            return new FormOutcome.Wrong(
                request.Say($"Somebody changed the unit meanwhile. Open the form again to see theirs, then save yours.")
            );

        await desk.PutRevenueUnitAsync(major, request.Person.Id.Value, ct);
        return await DoneAsync(request.Say($"Saved. It holds from the next day on."), request, ct);
    }

    private async Task<FormOutcome> DoneAsync(string said, FormRequest request, CancellationToken ct) =>
        new FormOutcome.Done(
            BadgeSettingsCard.Compose(await badges.BookAsync(ct), new(1, []), said, new ReaderFormat(request.Locale, organisation))
        );

    private static int VersionOf(BadgeSetting? newest) => newest?.Version ?? 0;
}
