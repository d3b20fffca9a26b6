using Bot.Cards;
using Bot.Forms;
using Gamification;
using Gamification.Badges;
using Storage;

namespace Bot.Commands;

/// <summary><c>/medalist badge</c>: all badges as admins set them; with a name that one and its form, with <c>new</c> that of a new one.</summary>
public sealed class BadgeList(BadgeReader badges, Refusals refusals, Organisation organisation)
{
    public async Task<CommandReply> RunAsync(CommandRequest request, IReadOnlyList<string> words, CancellationToken ct)
    {
        if (!PeopleRights.IsAdmin(request.Person))
            return new(await refusals.RefuseAsync(request, BadgeRights.Only, WhoMay.Admins, BadgeRights.About, ct));

        var book = await badges.BookAsync(ct);
        var page = PageWords.Of(words);
        var line = string.Join(' ', page.Rest);
        var format = new ReaderFormat(request.Locale, organisation);
        if (Find(line, book) is (var badge, var isDisabled))
            return new(BadgeSettingsCard.Of(badge, isDisabled, format), Opens: $"{new FormLine("badge", badge.Id)}");

        var opens = FormOf(line);
        var said = opens is null && line.Length > 0 ? NotFound(line, book, format) : null;
        return new(BadgeSettingsCard.Compose(book, page, said, format), Opens: opens);
    }

    private static (Badge Badge, bool IsDisabled)? Find(string words, BadgeBook book) =>
        BadgeWord.Find(book.All.Select(one => one.Badge), words) is { } badge ? book.All.First(one => one.Badge == badge) : null;

    private static string? FormOf(string words) =>
        words switch
        {
            "new" or "add" => "badge-new",
            "unit" or "revenue unit" or "revenue-unit" => "revenue-unit",
            _ => null,
        };

    private static string NotFound(string words, BadgeBook book, ReaderFormat format)
    {
        var near = BadgeWord.Near(book.All.Select(one => one.Badge), words);
        var unknown = CleanText.Of(words, 40);
        var names = string.Join(format.Say($" or "), near.Select(badge => BadgeWords.Name(badge, format)));
        return near.Count > 0
            ? format.Say($"There is no badge called “{unknown}”. Did you mean {names}?")
            : format.Say($"There is no badge called “{unknown}”.");
    }
}
