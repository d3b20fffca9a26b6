using Bot.Cards;
using Bot.Commands;
using Bot.Rules;
using Gamification;
using Gamification.Badges;
using Storage;

namespace Bot.Forms;

/// <summary><c>badge closer</c>: one badge as admins set it, one of the 14 or the company's own.</summary>
internal sealed class BadgeForm(BadgeReader badges, BadgeEdit edit, Rulebook rules, Refusals refusals, Organisation organisation) : IForm
{
    private static Card Gone(FormRequest request) =>
        new(
            request.Say($"There is no such badge"),
            [
                new CardPart.Text(request.Say($"It is called otherwise, or never was.")),
                new CardPart.Buttons([new(request.Say($"All badges"), "medalist badge", Primary: true)]),
            ]
        );

    public string Id => "badge";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        if (!PeopleRights.IsAdmin(request.Person))
            return new FormOpening.Instead(await BadgeRights.RefuseAsync(refusals, request, ct));

        var book = await badges.BookAsync(ct);
        var about = BadgeAbout.Parse(request.State);
        if (Find(book, about.Badge) is not var (badge, isDisabled))
            return new FormOpening.Instead(Gone(request));

        var newest = book.Settings.NewestOf(badge.Id);
        return new FormOpening.Shown(
            new(
                Id,
                BadgeWords.Name(badge, Format(request)),
                newest?.Custom is { } own
                    ? BadgeFields.OfOwn(own, newest.Threshold, isDisabled, book, Format(request))
                    : BadgeFields.OfDefault(badge, isDisabled, rules.Badges.First(one => one.Id == badge.Id), book, Format(request)),
                request.Say($"Save"),
                $"{about with { Version = newest?.Version ?? 0 }}"
            )
        );
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var book = await badges.BookAsync(ct);
        var about = BadgeAbout.Parse(request.State);
        if (Find(book, about.Badge) is not var (badge, _))
            return new FormOutcome.Wrong(request.Say($"There is no such badge."));

        var own = book.Settings.NewestOf(badge.Id)?.Custom;
        var body = own is null ? BadgeFields.ReadDefault(values, badge, book, Format(request)) : BadgeFields.ReadOwn(values, own);
        if (body is null)
            return new FormOutcome.Wrong(values.Errors);

        return await edit.PutAsync(badge.Id, body, request.Person.Id.Value, about.Version, ct) switch
        {
            BadgeEdited.Stands(var isNew) => new FormOutcome.Done(await SavedAsync(badge.Id, isNew, request, ct)),
            BadgeEdited.Wrong(var fault) => new FormOutcome.Wrong([BadgeFields.ErrorOf(fault, request)]),
            BadgeEdited.Outdated => new FormOutcome.Wrong(
                request.Say($"Somebody changed this badge meanwhile. Open the form again to see what they set, then save yours.")
            ),
            var other => throw new System.Diagnostics.UnreachableException($"No words for {other.GetType().Name}."),
        };
    }

    private async Task<Card> SavedAsync(string id, bool isNew, FormRequest request, CancellationToken ct)
    {
        var (badge, isDisabled) = Find(await badges.BookAsync(ct), id)!.Value;
        return BadgeSettingsCard.Saved(badge, isDisabled, isNew, Format(request));
    }

    private static (Badge Badge, bool IsDisabled)? Find(BadgeBook book, string id) =>
        book.All.Where(one => one.Badge.Id == id).Select(one => ((Badge, bool)?)one).FirstOrDefault();

    private ReaderFormat Format(FormRequest request) => new(request.Locale, organisation);
}
