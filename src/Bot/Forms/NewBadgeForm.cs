using Bot.Cards;
using Bot.Commands;
using Bot.Rules;
using Gamification;
using Gamification.Badges;
using Storage;

namespace Bot.Forms;

/// <summary><c>badge-new</c>: a badge of the company's own. Its id is made of its name, so what is sent twice is one badge.</summary>
internal sealed class NewBadgeForm(BadgeReader badges, BadgeEdit edit, Refusals refusals, Organisation organisation) : IForm
{
    /// <summary>Words that <c>/badges</c> and the API understand otherwise.</summary>
    private static readonly string[] Reserved = [BadgeSetting.RevenueUnit, BadgeArt.Custom, "customs", "badge", "badges", "new", "unit"];

    public string Id => "badge-new";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct) =>
        PeopleRights.IsAdmin(request.Person)
            ? new FormOpening.Shown(
                new(
                    Id,
                    request.Say($"New badge"),
                    BadgeFields.OfOwn(own: null, threshold: null, isDisabled: false, await badges.BookAsync(ct), Format(request)),
                    request.Say($"Add")
                )
            )
            : new FormOpening.Instead(await BadgeRights.RefuseAsync(refusals, request, ct));

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        if (BadgeFields.ReadOwn(values, own: null) is not { } body)
            return new FormOutcome.Wrong(values.Errors);

        var id = BadgeSlug.Of(body.Name!);
        var known = BadgeWord.Find((await badges.AllAsync(ct)).Select(one => one.Badge), body.Name!);
        if (Reserved.Contains(id) || known is { IsCustom: false })
            return new FormOutcome.Wrong([new(BadgeFields.Name, Taken(request))]);

        return await edit.PutAsync(known?.Id ?? id, body, request.Person.Id.Value, seen: 0, ct) switch
        {
            BadgeEdited.Stands(var isNew) => new FormOutcome.Done(await SavedAsync(known?.Id ?? id, isNew, request, ct)),
            BadgeEdited.Wrong(var fault) => new FormOutcome.Wrong([BadgeFields.ErrorOf(fault, request)]),
            BadgeEdited.Outdated => new FormOutcome.Wrong([new(BadgeFields.Name, Taken(request))]),
            BadgeEdited.Full => new FormOutcome.Wrong(
                request.Say($"There are {BadgeEdit.MostOwn} badges of your own, and more cannot be shown. Change one that is there.")
            ),
            var other => throw new System.Diagnostics.UnreachableException($"No words for {other.GetType().Name}."),
        };
    }

    private static string Taken(FormRequest request) => request.Say($"There is a badge of this name already. Choose another name.");

    private async Task<Card> SavedAsync(string id, bool isNew, FormRequest request, CancellationToken ct)
    {
        var (badge, isDisabled) = (await badges.AllAsync(ct)).First(one => one.Badge.Id == id);
        return BadgeSettingsCard.Saved(badge, isDisabled, isNew, Format(request));
    }

    private ReaderFormat Format(FormRequest request) => new(request.Locale, organisation);
}
