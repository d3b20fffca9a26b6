using Gamification.Announcements;
using Gamification.Badges;

namespace Bot.Cards;

/// <summary>The badges that tiers gave, in the post that tells of the tiers; what is taken back in a quiet line.</summary>
public static class GivenBadgeRows
{
    private const string Reversal = AnnouncementKinds.Reversal;

    /// <param name="announcements">Of managers' goals, to one recipient.</param>
    /// <param name="known">Also those that are switched off; what the rules no longer know has no row.</param>
    public static IEnumerable<CardPart> Of(
        IReadOnlyList<Announcement> announcements,
        IReadOnlyList<(Badge Badge, bool IsDisabled)> known,
        ReaderFormat format
    )
    {
        foreach (var badge in In(announcements.Where(one => one.Kind != Reversal), known))
            yield return Row(badge, announcements[0].To is Recipient.Person, format);

        foreach (var badge in In(announcements.Where(one => one.Kind == Reversal), known))
            yield return new CardPart.Text(
                format.Say($"{BadgeWords.Name(badge, format)} went back with it. It comes again when the tier is reached again.")
            );
    }

    private static IEnumerable<Badge> In(IEnumerable<Announcement> announcements, IReadOnlyList<(Badge Badge, bool IsDisabled)> known) =>
        announcements
            .SelectMany(one => one.Data.GetValueOrDefault("badges", "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal)
            .Select(id => known.FirstOrDefault(one => one.Badge.Id == id).Badge)
            .OfType<Badge>();

    private static CardPart.Celebration Row(Badge badge, bool isMine, ReaderFormat format) =>
        new(
            BadgeArt.Emoji(badge, earned: true),
            isMine ? format.Say($"You earned {BadgeWords.Name(badge, format)}") : format.Say($"Badge: {BadgeWords.Name(badge, format)}"),
            BadgeWords.Description(badge, format),
            BadgeArt.Of(badge, earned: true, format)
        );
}
