using Bot.Cards;

namespace Bot.Tests.Cards.Rendering;

/// <summary>Cards drawn by every renderer in the tests.</summary>
internal static class Samples
{
    /// <summary>Names that try to be more than text.</summary>
    public static readonly IReadOnlyList<string> HostileNames =
    [
        "<!channel> <@U012AB3CD> <https://evil.example|click>",
        "*bold* _italic_ ~gone~ `code` > quote",
        "[link](https://evil.example) **bold** # heading",
        "{{DATE(2026-11-22T00:00:00Z,SHORT)}} &amp; <b>b</b>",
        "<script>alert('x')</script>\" onclick=\"alert(1)",
        "@channel @here @everyone <at>Bot</at>",
        "مرحبا بالعالم",
        "👩🏽‍🚀👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 astronaut",
        ":tada: :heart: \\*escaped\\*",
        "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
        "user\u202Egnp.exe\u0007\u200B\u2066x",
        "https://evil.example/?a=1&b=2",
    ];

    private static readonly Art Picture = new("/art/first-sale.png", "A medal");

    public static Card EveryPart { get; } =
        new(
            "Every part",
            [
                new CardPart.Text("Week 47, ends Sun 22 Nov"),
                new CardPart.Text("Small print", Tone.Subtle),
                new CardPart.Text("Connected", Tone.Good),
                new CardPart.Text("Not connected", Tone.Warning),
                new CardPart.Ranking(
                    [
                        new(1, "Alice Moreau", "1,245", Medal: true, IsViewer: false, "+120"),
                        new(2, "Bruno Costa", "990", Medal: true, IsViewer: false),
                        new(2, "Chloé Petit", "990", Medal: true, IsViewer: true, "−15"),
                        new(9, "Dan Novák", "120", Medal: false, IsViewer: false),
                        new(null, "Eve Ito", "0", Medal: false, IsViewer: false),
                    ],
                    "Points"
                ),
                new CardPart.Ledger([
                    new("Fri 20 Nov 17:04", "+50", "Deal won", null),
                    new("Fri 20 Nov 11:30", "0", "Quote sent", "The daily limit of 10 scored quotes is reached."),
                ]),
                new CardPart.Facts([new("Rank", "2 of 12"), new("Gap", "255")]),
                new CardPart.Celebration(
                    "🏅",
                    "Chloé Petit earned First Sale",
                    "The first deal is won.",
                    new("/art/first-sale.png", "A medal")
                ),
                new CardPart.Mention("Chloé Petit", "00000000-0000-0000-0000-00000000c10e", "earned First Sale"),
                new CardPart.BadgeCabinet([
                    new(
                        "Milestone",
                        "1 of 2",
                        [
                            new("First Sale", Picture, "🏷️", "20 Nov 2026 ×2", null, Earned: true, "badges first-sale"),
                            new("Quote Machine", Picture, "🔒", "64/100", 64, Earned: false, "badges quote-machine"),
                            new("Closer", Picture, "🔒", "locked", null, Earned: false, "badges closer"),
                        ]
                    ),
                ]),
                new CardPart.BadgeDetails(
                    new("Quote Machine", Picture, "🔒", "64/100", 64, Earned: false, "badges quote-machine"),
                    "A hundred quotes are out.",
                    [new("Category", "Milestone"), new("Progress", "64/100 · 64 %")]
                ),
                new CardPart.ProgressList([
                    new(
                        "Quotes",
                        "Week 47",
                        "▶ active",
                        70,
                        "7 of 10 quotes",
                        ["Ends Sun 22 Nov, Europe/Paris"],
                        [new("Pause", "goals pause g1"), new("Edit", "goal g1", Answer.Form)]
                    ),
                    new("Median reply", "Week 47", "▶ on track", null, "5 replies are needed", [], []),
                ]),
                new CardPart.Explanation(["Quote Machine is locked at 64/100 (64 %).", "Each quote counts once."]),
                new CardPart.Commands([new("/leaderboard", "Who is ahead"), new("/points", "Your points, line by line")]),
                new CardPart.Selector(
                    "scope",
                    "Scope",
                    [new("EMEA", "leaderboard week team", true), new("Company", "leaderboard week company")]
                ),
                new CardPart.Selector(
                    "team",
                    "Team",
                    [.. Enumerable.Range(1, 8).Select(i => new Option($"Team {i}", $"medalist channel t{i}", i == 2))]
                ),
                new CardPart.Entry(
                    "Chloé Petit",
                    "Rep · EMEA",
                    [new("Edit", "person chloe", Answer.Form, Primary: true), new("Points", "points", Answer.Private)]
                ),
                new CardPart.Divider(),
                new CardPart.Buttons([
                    new("Share to channel", "leaderboard week share", Answer.Replace, Primary: true),
                    new("Show my rank", "leaderboard week mine", Answer.Private),
                ]),
            ]
        );

    /// <summary>The largest card a board may become, in the worst words.</summary>
    public static Card Hostile { get; } =
        OfNames("Leaderboard *EMEA* <!here> {{DATE(x)}}", [.. HostileNames.Select(name => CleanText.Of(name))]);

    public static Card Maximal { get; } =
        OfNames(new string('W', 400), [.. HostileNames.Select(name => CleanText.Of(name.PadRight(200, '漢'), 200))]);

    private static BadgeTile Tile(string name, bool earned) =>
        new(name, new("/art/first-sale.png", name), "🔒", name, earned ? null : 99, earned, "badges first-sale");

    private static Card OfNames(string title, IReadOnlyList<string> names) =>
        new(
            title,
            [
                new CardPart.Ranking(
                    [.. names.Select((name, i) => new RankingRow(i + 1, name, "1,234,567", Medal: true, IsViewer: i == 1, name))],
                    names[0]
                ),
                new CardPart.Text(string.Join(' ', names)),
                new CardPart.Text(string.Join(' ', names), Tone.Subtle),
                new CardPart.Ledger([.. names.Select(name => new LedgerRow(name, "+10", name, name))]),
                new CardPart.Facts([.. names.Select(name => new Fact(name, name))]),
                new CardPart.Celebration("🏅", names[0], names[1], new Art("/art/first-sale.png", names[2])),
                new CardPart.Mention(names[0], "<!here>", names[1]),
                new CardPart.BadgeCabinet([new(names[5], names[6], [.. names.Select((name, i) => Tile(name, i % 2 == 0))])]),
                new CardPart.BadgeDetails(Tile(names[0], earned: true), names[1], [.. names.Select(name => new Fact(name, name))]),
                new CardPart.Explanation(names),
                new CardPart.Commands([.. names.Select(name => new CommandRow(name, name))]),
                new CardPart.Selector("long", names[3], [.. names.Select(name => new Option(name, "leaderboard"))]),
                new CardPart.Selector("short", names[4], [.. names.Take(3).Select((name, i) => new Option(name, "leaderboard", i == 0))]),
                new CardPart.Entry(names[0], names[1], [.. names.Select(name => new Button(name, "person x", Answer.Form))]),
                new CardPart.Buttons([.. names.Select(name => new Button(name, "leaderboard"))]),
            ]
        );
}
