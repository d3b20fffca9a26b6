using System.Globalization;
using Bot.Cards;
using Gamification;
using Gamification.Badges;
using Gamification.People;
using Storage;

namespace Bot.Commands;

/// <summary>The reader's badges or those of somebody else, all at a glance or one in full.</summary>
public sealed class BadgesCommand(BadgeReader badges, PersonFinder people, Refusals refusals, Organisation organisation) : ICommand
{
    private static readonly string[] Noise =
    [
        "of",
        "for",
        "my",
        "me",
        "mine",
        "show",
        "see",
        "the",
        "badge",
        "badges",
        "details",
        "all",
        "please",
    ];

    public string Name => "badges";

    public string Usage => "[@person] [badge]";

    public FormattableString Help => $"Your badges or a colleague's, earned and to come";

    public async Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct)
    {
        Badge[] known = [.. (await badges.AllAsync(ct)).Select(one => one.Badge)];
        var line = string.Join(' ', request.Arguments.Where(word => !Noise.Contains(word, StringComparer.Ordinal)));
        if (PersonMention.In(line) is not var (mention, rest))
            return new(await OfWordsAsync(line, known, request, ct));

        return await people.OfMentionAsync(mention, request, ct) is { Active: true } person
            ? new(await ShowAsync(person, rest, isNamed: false, request, ct))
            : new(BadgeSituations.NotLinked(Format(request)));
    }

    private async Task<Card> OfWordsAsync(string words, IReadOnlyList<Badge> known, CommandRequest request, CancellationToken ct)
    {
        if (words.Length == 0 || PageOf(words) is not null || BadgeWord.Find(known, words) is not null)
            return await ShowAsync(request.Person, words, isNamed: true, request, ct);

        var whole = await people.OfWordsAsync(words, request, ct);
        if (whole.Found is { } person)
            return await ShowAsync(person, "", isNamed: true, request, ct);

        foreach (var (who, badge) in Splits(words))
            if (
                (BadgeWord.Find(known, badge) is not null || PageOf(badge) is not null)
                && (await people.OfWordsAsync(who, request, ct)).Found is { } owner
            )
                return await ShowAsync(owner, badge, isNamed: true, request, ct);

        return BadgeSituations.NotFound(words, BadgeWord.Near(known, words), whole.Candidates, Format(request));
    }

    /// <param name="isNamed">Whether the person was found by what they are publicly called.</param>
    private async Task<Card> ShowAsync(PersonView person, string words, bool isNamed, CommandRequest request, CancellationToken ct)
    {
        var (reader, own) = (request.Person, person.Id == request.Person.Id);
        var manages = PersonFinder.IsManagerOf(reader, person);
        if (!own && !manages && !MayBeShown(person, isNamed))
            return await refusals.RefuseAsync(
                request,
                who => $"Only {who} can see these badges: they are kept private.",
                Right,
                $"person:{person.Id}",
                ct
            );

        var cabinet = new Cabinet(
            own ? null : BoardNames.ToOthers(person, Format(request)),
            own ? null : Cabinet.KeyOf(person),
            own || manages || SharesProgress(person, reader),
            await badges.OfAsync(person.Id, ct),
            Format(request)
        );
        if (PageOf(words) is { } page)
            return CabinetCard.Customs(cabinet, page);
        if (words.Length == 0)
            return CabinetCard.Compose(cabinet);

        return Find(cabinet, words) is { } shown ? BadgeCard.Compose(cabinet, shown)
            : BadgeWord.Find((await badges.AllAsync(ct)).Select(one => one.Badge), words) is { } off
                ? BadgeSituations.SwitchedOff(off, Format(request))
            : BadgeSituations.NotFound(
                words,
                BadgeWord.Near(cabinet.Standings.Select(standing => standing.Badge), words),
                [],
                Format(request)
            );
    }

    private ReaderFormat Format(CommandRequest request) => new(request.Locale, organisation);

    private static readonly FormattableString Right = $"the person, their manager or an admin";

    /// <summary>An alias hides who it is: a mention of the person or an id would tell, so only the alias itself finds them.</summary>
    private static bool MayBeShown(PersonView person, bool isNamed) =>
        person.Publicity is Publicity.Named || (person.Publicity is Publicity.Alias && isNamed);

    private static bool SharesProgress(PersonView person, PersonView reader) =>
        person.Team is { ShareBadgeProgress: true } team && team.Id == reader.Team?.Id;

    private static BadgeStanding? Find(Cabinet cabinet, string words) =>
        BadgeWord.Find(cabinet.Standings.Select(standing => standing.Badge), words) is { } badge
            ? cabinet.Standings.First(standing => standing.Badge.Id == badge.Id)
            : null;

    private static int? PageOf(string words) =>
        words.StartsWith(CabinetCard.CustomWord, StringComparison.Ordinal)
        && int.TryParse(words.AsSpan(CabinetCard.CustomWord.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? page
        : words is "custom" or "customs" ? 1
        : null;

    /// <summary>Every way to read words as a person before or after a badge: <c>ana first sale</c>, <c>first sale ana</c>.</summary>
    private static IEnumerable<(string Who, string Badge)> Splits(string words)
    {
        var parts = words.Split(' ');
        for (var i = 1; i < Math.Min(parts.Length, 8); i++)
        {
            var (head, tail) = (string.Join(' ', parts[..i]), string.Join(' ', parts[i..]));
            yield return (head, tail);
            yield return (tail, head);
        }
    }
}
