using Gamification.People;
using Storage;

namespace Bot.Cards;

/// <summary>A person's badges as one reader may see them.</summary>
/// <param name="Owner">Whose they are, as the reader may call them; null for the reader's own.</param>
/// <param name="Key">The words by which the buttons ask for the same person; null for the reader's own.</param>
/// <param name="ShowsProgress">Whether locked badges are shown, with how far they are.</param>
public sealed record Cabinet(string? Owner, string? Key, bool ShowsProgress, IReadOnlyList<BadgeStanding> Standings, ReaderFormat Format)
{
    public const string PersonPrefix = "person:";

    /// <summary>By id; who goes by an alias is asked for by it, because an id would tell who they are.</summary>
    public static string KeyOf(PersonView person) =>
        person is { Publicity: Publicity.Alias, Alias: { } alias } ? $"@{alias.ToLowerInvariant()}" : PersonPrefix + person.Id;

    /// <summary>The fourteen, as far as they are switched on.</summary>
    public IReadOnlyList<BadgeStanding> Defaults { get; } = [.. Standings.Where(standing => !BadgeArt.IsCustom(standing.Badge))];

    /// <summary>In a section of their own, earned ones first; they are not counted.</summary>
    public IReadOnlyList<BadgeStanding> Customs { get; } =
    [.. Standings.Where(standing => BadgeArt.IsCustom(standing.Badge)).OrderBy(standing => standing.Held is null)];

    public int Earned => Defaults.Count(standing => standing.Held is not null);

    public bool IsOwn => Owner is null;

    public IEnumerable<BadgeStanding> Shown(IEnumerable<BadgeStanding> standings) =>
        ShowsProgress ? standings : standings.Where(standing => standing.Held is not null);

    /// <summary>The command line of this cabinet, with words after it.</summary>
    public string Line(string words = "") =>
        string.Join(' ', ((string?[])["badges", Key, words.Length > 0 ? words : null]).OfType<string>());

    public BadgeTile Tile(BadgeStanding standing)
    {
        var earned = standing.Held is not null;
        var badge = standing.Badge;
        return new(
            CleanText.Of(BadgeWords.Name(badge, Format), BadgeArt.IsCustom(badge) ? 20 : 40),
            BadgeArt.Of(badge, earned, Format),
            BadgeArt.Emoji(badge, earned),
            standing.Held is { } since ? Since(since, standing.Count)
                : badge.IsReward ? Format.Say($"not given yet")
                : ShowsProgress ? BadgeWords.Progress(badge, standing.Value, standing.Threshold, Format)
                : Format.Say($"locked"),
            earned || badge.IsReward || !ShowsProgress ? null : BadgeWords.Percent(standing.Value, standing.Threshold),
            earned,
            Line(badge.Id)
        )
        {
            Language = Format.Language,
        };
    }

    /// <summary>The locked badge that is the furthest; of several the one that asks for the least, then the first of the catalogue.</summary>
    public BadgeStanding? Nearest =>
        Standings
            .Where(standing => standing.Held is null && !BadgeArt.IsCustom(standing.Badge))
            .OrderByDescending(standing => BadgeWords.Percent(standing.Value, standing.Threshold))
            .ThenBy(standing => standing.Badge.Trigger.Threshold)
            .FirstOrDefault();

    private string Since(NodaTime.Instant since, int count) =>
        BadgeWords.Times(count, Format.Date(Format.Organisation.DayOf(since)), Format);
}
