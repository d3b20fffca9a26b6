using Gamification.Badges;
using Storage;

namespace Bot.Cards;

/// <summary>Badges for who sets them: all with what unlocks them and whether they are played, and one of them after a change.</summary>
public static class BadgeSettingsCard
{
    private const int OnAPage = 8;
    private const string Line = "medalist badge";

    /// <param name="said">What was just done, or what was not found; null when the list was asked for.</param>
    public static Card Compose(BadgeBook book, PageWords asked, string? said, ReaderFormat format)
    {
        var (rows, page, pages) = asked.Cut(book.All, OnAPage);
        return new(
            format.Say($"Badges of the game"),
            [
                .. said is null ? Array.Empty<CardPart>() : [new CardPart.Text(said)],
                new CardPart.Text(Counts(book, format), Tone.Subtle),
                new CardPart.Text(Unit(book, format), Tone.Subtle),
                .. rows.Select(row => Row(row.Badge, row.IsDisabled, format)),
                .. PageWords.Buttons(Line, page, pages, format),
                new CardPart.Buttons([
                    new(format.Say($"New badge"), "badge-new", Answer.Form, Primary: true),
                    new(format.Say($"Revenue unit"), BadgeSetting.RevenueUnit, Answer.Form),
                ]),
            ]
        );
    }

    /// <summary>One badge that was asked for by its name.</summary>
    public static Card Of(Badge badge, bool isDisabled, ReaderFormat format) =>
        new(BadgeWords.Name(badge, format), [.. About(badge, isDisabled, format)]);

    /// <param name="isChanged">False when it was so already.</param>
    public static Card Saved(Badge badge, bool isDisabled, bool isChanged, ReaderFormat format) =>
        new(
            BadgeWords.Name(badge, format),
            [
                isChanged
                    ? new CardPart.Text(
                        isDisabled ? format.Say($"Saved. Nobody can earn it now; who holds it keeps it.")
                            : badge.IsReward ? format.Say($"Saved. Goals can give it now; who holds it keeps it.")
                            : format.Say($"Saved. Everybody was counted by it; who holds it keeps it."),
                        Tone.Good
                    )
                    : new CardPart.Text(format.Say($"Nothing to change: it was so already.")),
                .. About(badge, isDisabled, format),
            ]
        );

    private static IEnumerable<CardPart> About(Badge badge, bool isDisabled, ReaderFormat format) =>
        [
            new CardPart.Facts([
                new(format.Say($"Category"), BadgeWords.Category(badge, format)),
                new(BadgeWords.Way(badge, format), BadgeWords.Requirement(badge, format)),
                new(
                    badge.IsReward ? format.Say($"Can be given") : format.Say($"Can be earned"),
                    isDisabled ? format.Say($"No, switched off") : format.Say($"Yes")
                ),
            ]),
            new CardPart.Buttons([new(format.Say($"Change"), $"badge {badge.Id}", Answer.Form), new(format.Say($"All badges"), Line)]),
        ];

    private static string Counts(BadgeBook book, ReaderFormat format)
    {
        var (own, off) = (book.All.Count(one => one.Badge.IsCustom), book.All.Count(one => one.IsDisabled));
        return format.Say(
            $"{format.Number(book.All.Count - own)} badges and {format.Number(own)} of your own, {format.Number(off)} switched off."
        );
    }

    private static string Unit(BadgeBook book, ReaderFormat format)
    {
        var now = Amount(book.Unit);
        return book.Settings.NewestOf(BadgeSetting.RevenueUnit) is { IsEvaluated: false, From: { } from, Threshold: { } coming }
            ? format.Say($"One revenue unit is {now}, {Amount(coming)} from {format.Date(from)} on.")
            : format.Say($"One revenue unit is {now}.");

        string Amount(long major) => format.Money(format.Organisation.MinorOf(major));
    }

    private static CardPart.Entry Row(Badge badge, bool isDisabled, ReaderFormat format)
    {
        var words = $"{BadgeWords.Requirement(badge, format)} · {BadgeWords.Category(badge, format)}";
        return new(
            $"{BadgeArt.Emoji(badge, earned: true)} {BadgeWords.Name(badge, format)}",
            isDisabled ? $"{format.Say($"Switched off")} · {words}" : words,
            [new(format.Say($"Change"), $"badge {badge.Id}", Answer.Form)]
        );
    }
}
