using Bot.Cards;
using Bot.Forms;
using Gamification;
using Storage;

namespace Bot.Commands;

/// <summary><c>/medalist badge</c>: all badges as admins set them; with a name the form of that one, with <c>new</c> that of a new one.</summary>
public sealed class BadgeList(BadgeReader badges, Refusals refusals, Organisation organisation)
{
    public async Task<CommandReply> RunAsync(CommandRequest request, IReadOnlyList<string> words, CancellationToken ct)
    {
        if (!PeopleRights.IsAdmin(request.Person))
            return new(await refusals.RefuseAsync(request, BadgeRights.Only, WhoMay.Admins, BadgeRights.About, ct));

        var book = await badges.BookAsync(ct);
        var page = PageWords.Of(words);
        var line = string.Join(' ', page.Rest);
        var opens = FormOf(line, book);
        var said = opens is null && line.Length > 0 ? NotFound(line, book, new(request.Locale, organisation)) : null;
        return new(BadgeSettingsCard.Compose(book, page, said, new(request.Locale, organisation)), Opens: opens);
    }

    private static string? FormOf(string words, BadgeBook book) =>
        words switch
        {
            "new" or "add" => "badge-new",
            "unit" or "revenue unit" or "revenue-unit" => "revenue-unit",
            _ => BadgeWord.Find(book.All.Select(one => one.Badge), words) is { } badge ? $"{new FormLine("badge", badge.Id)}" : null,
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
