using System.Globalization;
using Bot.Texts;
using Gamification;

namespace Bot.Cards;

/// <summary>
/// A message by its meaning. Composing one knows no channel; Block Kit, Adaptive Cards and HTML each draw it natively.
/// All texts are plain, already in the reader's language and number format; they are escaped where they become mark-up.
/// </summary>
public sealed record Card(string Title, IReadOnlyList<CardPart> Parts)
{
    /// <summary>What some readers may see in this card's place, where the platform can show each of them something else.</summary>
    public OwnView? Own { get; init; }
}

/// <param name="Command">The command line whose answer a reader sees instead.</param>
/// <param name="Readers">The people it is worth asking for, in no order that tells anything.</param>
public sealed record OwnView(string Command, IReadOnlyList<PersonId> Readers);

/// <summary>One part of a card. A closed family: every renderer draws every case.</summary>
public abstract record CardPart
{
    private CardPart() { }

    public sealed record Text(string Value, Tone Tone = Tone.Normal) : CardPart;

    /// <summary>A leaderboard. <paramref name="Unit"/> heads the scores ("Points"). A gap in the ranks is drawn as one.</summary>
    public sealed record Ranking(IReadOnlyList<RankingRow> Rows, string Unit) : CardPart
    {
        /// <summary>Of the words a renderer adds.</summary>
        public Language Language { get; init; } = Language.English;

        /// <summary>Whether somebody is left out between this row and the one before: 1-2-2-4 has no gap, 1-2-2-7 has one.</summary>
        public bool HasGapBefore(int row) =>
            row > 0
            && Rows[row - 1].Rank is { } before
            && Rows[row].Rank != before
            && Rows[row].Rank != before + Rows.Count(r => r.Rank == before);
    }

    /// <summary>Lines of the ledger, newest first.</summary>
    public sealed record Ledger(IReadOnlyList<LedgerRow> Rows) : CardPart;

    /// <summary>Label and value, side by side.</summary>
    public sealed record Facts(IReadOnlyList<Fact> Rows) : CardPart;

    /// <summary>Something happened that deserves a picture: a badge, later a tier or a team reward.</summary>
    public sealed record Celebration(string Emoji, string Headline, string Detail, Art? Art) : CardPart;

    /// <summary>A person, called so that they notice, with the words after the name. Where nobody can be called it is a name in a sentence.</summary>
    /// <param name="User">The person's id on the platform of the channel.</param>
    public sealed record Mention(string Name, string User, string Words) : CardPart;

    /// <summary>All badges of a person at a glance, earned ones in colour. Pressing one opens it.</summary>
    public sealed record BadgeCabinet(IReadOnlyList<BadgeShelf> Shelves) : CardPart;

    /// <summary>One badge in full.</summary>
    public sealed record BadgeDetails(BadgeTile Badge, string Description, IReadOnlyList<Fact> Rows) : CardPart;

    /// <summary>Sentences that explain something, each of its own.</summary>
    public sealed record Explanation(IReadOnlyList<string> Sentences) : CardPart;

    /// <summary>Commands with what they do.</summary>
    public sealed record Commands(IReadOnlyList<CommandRow> Rows) : CardPart;

    /// <summary>One choice among few; choosing runs the option's command and replaces the card.</summary>
    public sealed record Selector(string Id, string Label, IReadOnlyList<Option> Options) : CardPart
    {
        /// <inheritdoc cref="Ranking.Language"/>
        public Language Language { get; init; } = Language.English;

        public Option? Selected => Options.FirstOrDefault(option => option.Selected);
    }

    public sealed record Buttons(IReadOnlyList<Button> Items) : CardPart;

    /// <summary>One thing of a list, and what can be done with it.</summary>
    public sealed record Entry(string Title, string? Detail, IReadOnlyList<Button> Items) : CardPart;

    /// <summary>Things somebody is on the way to, each with its bar, its state in words and what can be done with it.</summary>
    public sealed record ProgressList(IReadOnlyList<ProgressRow> Rows) : CardPart;

    public sealed record Divider : CardPart;
}

public enum Tone
{
    Normal,
    Subtle,
    Good,
    Warning,
}

/// <param name="Rank">Null for an unranked row.</param>
/// <param name="Score">Formatted for the reader.</param>
/// <param name="Medal">Whether ranks 1–3 carry their medal: only positive scores do.</param>
/// <param name="Note">Small print after the score, for example the change since the previous period.</param>
public sealed record RankingRow(int? Rank, string Name, string Score, bool Medal, bool IsViewer, string? Note = null)
{
    public string Place =>
        (Rank, Medal) switch
        {
            (1, true) => "🥇",
            (2, true) => "🥈",
            (3, true) => "🥉",
            ({ } rank, _) => $"{rank}.",
            _ => "–",
        };

    /// <summary>The same for who cannot see the picture.</summary>
    public string PlaceText(Language language) =>
        (Rank, Medal) switch
        {
            (1, true) => language.Say($"gold medal, rank 1"),
            (2, true) => language.Say($"silver medal, rank 2"),
            (3, true) => language.Say($"bronze medal, rank 3"),
            ({ } rank, _) => language.Say($"rank {rank}"),
            _ => language.Say($"unranked"),
        };
}

/// <param name="Count">"2 of 4".</param>
public sealed record BadgeShelf(string Heading, string Count, IReadOnlyList<BadgeTile> Tiles);

/// <param name="Art">Null where the badge is an emoji.</param>
/// <param name="Emoji">Stands for the picture where there is none, or the host has no public address.</param>
/// <param name="Status">The date it was earned, or <c>64/100</c>.</param>
/// <param name="Progress">0–99 towards the badge; null where it is earned, or nothing is told.</param>
/// <param name="Command">What opens it.</param>
public sealed record BadgeTile(string Name, Art? Art, string Emoji, string Status, int? Progress, bool Earned, string Command)
{
    private const int Segments = 6;

    /// <inheritdoc cref="CardPart.Ranking.Language"/>
    public Language Language { get; init; } = Language.English;

    /// <summary>The progress as a row of filled and empty segments; empty where there is none.</summary>
    public string Bar =>
        Progress is { } percent ? new string('▰', percent * Segments / 100) + new string('▱', Segments - (percent * Segments / 100)) : "";

    /// <summary>The state in words, for who sees neither colour nor bar.</summary>
    public string InWords =>
        Earned ? Language.Say($"earned {Status}")
        : Progress is { } percent ? Language.Say($"locked, {Status}, {percent} %")
        : Language.Say($"locked");
}

/// <param name="Amount">Signed and formatted: "+10", "−50", "0".</param>
public sealed record LedgerRow(string When, string Amount, string What, string? Why);

/// <param name="Chip">Which period: <c>Week 47</c>.</param>
/// <param name="State">A symbol and a word: <c>✓ completed</c>.</param>
/// <param name="Percent">As it is, also beyond 100; null where nothing is decided yet, then there is no bar.</param>
/// <param name="Standing">Actual against target in their unit.</param>
/// <param name="Details">Small print, a line each.</param>
public sealed record ProgressRow(
    string Title,
    string Chip,
    string State,
    long? Percent,
    string Standing,
    IReadOnlyList<string> Details,
    IReadOnlyList<Button> Items
)
{
    private const int Segments = 10;
    private const int Whole = 100;

    /// <summary>The part of it that a bar can draw.</summary>
    public long Drawn => Math.Clamp(Percent ?? 0, 0, Whole);

    /// <summary>A row of filled and empty segments; a full one only at 100 %.</summary>
    public string Bar
    {
        get
        {
            var filled = (int)(Drawn * Segments / Whole);
            return Percent is null ? "" : new string('▰', filled) + new string('▱', Segments - filled);
        }
    }

    /// <summary>The bar with its figure; empty where there is none.</summary>
    public string Figure => Percent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent} %") : "";
}

public sealed record Fact(string Label, string Value);

public sealed record CommandRow(string Command, string What);

/// <summary>A picture the host serves. <paramref name="Path"/> starts with a slash; drawn only where the host has a public address.</summary>
public sealed record Art(string Path, string Alternative);

/// <param name="Command">The command line it runs, without the slash: <c>leaderboard month by revenue</c>. The server checks it anew.</param>
public sealed record Option(string Label, string Command, bool Selected = false);

/// <param name="Command">The command line it runs, without the slash; or the form it opens and what about: <c>person ana</c>.</param>
/// <param name="Answer">Where the answer appears.</param>
public sealed record Button(string Label, string Command, Answer Answer = Answer.Replace, bool Primary = false);

public enum Answer
{
    /// <summary>In place of the card the button stands on.</summary>
    Replace,

    /// <summary>Only to the person who pressed it, beside the card.</summary>
    Private,

    /// <summary>A form opens; what comes of it takes the card's place.</summary>
    Form,
}
