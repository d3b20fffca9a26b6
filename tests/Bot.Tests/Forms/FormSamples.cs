using System.Globalization;
using Bot.Cards;
using Bot.Forms;
using Bot.Tests.Cards;
using Bot.Tests.Cards.Rendering;
using Gamification.Goals;

namespace Bot.Tests.Forms;

/// <summary>Forms drawn by every renderer in the tests.</summary>
internal static class FormSamples
{
    private static readonly IReadOnlyList<FormChoice> Teams = [new("emea", "EMEA"), new("amer", "Americas"), new("apac", "Asia Pacific")];

    public static Form EveryPart { get; } =
        new(
            "sample",
            "A goal for the team",
            [
                new FormPart.Text("Who should reach what, and until when?"),
                new FormPart.Text("Everything can be changed later.", Tone.Subtle),
                new FormPart.Text("The preview is right.", Tone.Good),
                new FormPart.Text("Tiers already passed are granted at once.", Tone.Warning),
                new Field("name", "Name", new FieldKind.Text(80)) { Value = ["November push"], Hint = "Shown to everybody who has it" },
                new Field("target", "Target", new FieldKind.Number()) { Value = ["330"] },
                new Field("amount", "Amount (EUR)", new FieldKind.Money("EUR")) { Value = ["30,000"], Hint = "For example 30,000" },
                new Field("team", "Team", new FieldKind.Choice(Teams)) { Value = ["amer"] },
                new Field("days", "Days", new FieldKind.Choices(Teams)) { Value = ["emea", "apac"] },
                new Field(
                    "places",
                    "Places",
                    new FieldKind.Choices([.. Enumerable.Range(1, 20).Select(i => new FormChoice($"p{i}", $"Place {i}"))])
                )
                {
                    Value = ["p3", "p7"],
                    IsRequired = false,
                },
                new Field("first", "First day", new FieldKind.Date()) { Value = ["2026-11-01"], IsRequired = false },
                new Field("board", "Counts on the board", new FieldKind.Toggle()) { Value = [Field.On], IsRequired = false },
                new Field("note", "Note", new FieldKind.LongText(500)) { Value = ["First line\nSecond line"], IsRequired = false },
                new FormPart.Facts([new("Base", "300"), new("Super", "330")]),
            ],
            "Publish",
            "emea:2026-11"
        )
        {
            Confirm = "I know that this cannot be taken back",
        };

    /// <summary>A rep's goal, sent with a wrong target and no period.</summary>
    public static Form Goal { get; } =
        new Form(
            "goal",
            "New goal",
            GoalFields.New(GoalType.Of(Metric.Revenue), CultureInfo.GetCultureInfo("en-GB"), BoardScenes.Paris),
            "Create",
            "new:revenue"
        ).With(
            new(
                new Dictionary<string, IReadOnlyList<string>>
                {
                    ["type"] = ["revenue"],
                    ["target"] = ["12 USD"],
                    ["period"] = [""],
                    ["shared"] = [Field.On],
                }
            )
        );

    public static IReadOnlyList<FieldError> GoalErrors { get; } =
    [new("target", "Write an amount in EUR such as 1,234 or 99.5."), new("period", "Choose one.")];

    public static IReadOnlyList<FieldError> Errors { get; } =
    [
        new("", "Somebody changed it meanwhile."),
        new("target", "Write a number such as 1,234 or 0.5."),
        new("days", "Choose at least one."),
        new("board", "Tick this to go on."),
    ];

    /// <summary>Everything that comes from people, in the words that try to be mark-up.</summary>
    public static Form Hostile { get; } =
        new(
            "sample",
            Samples.HostileNames[0],
            [
                .. Samples.HostileNames.Select(name => new FormPart.Text(name)),
                .. Samples.HostileNames.Select((name, i) => new Field($"h{i}", name, new FieldKind.Text()) { Value = [name], Hint = name }),
                new Field(
                    "choice",
                    Samples.HostileNames[1],
                    new FieldKind.Choice([.. Samples.HostileNames.Select((name, i) => new FormChoice($"c{i}", name))])
                )
                {
                    Value = ["c4"],
                },
                new FormPart.Facts([.. Samples.HostileNames.Select(name => new Fact(name, name))]),
            ],
            Samples.HostileNames[4],
            "\"><script>alert(1)</script>"
        );

    /// <summary>The largest form there may be.</summary>
    public static Form Maximal { get; } =
        new(
            "sample",
            new string('W', 100),
            [
                .. Enumerable
                    .Range(0, 30)
                    .Select(i => new Field($"l{i}", new string('漢', 300), new FieldKind.Text())
                    {
                        Value = [new string('漢', 200)],
                        Hint = new string('漢', 300),
                    }),
                new Field("choice", "Choice", new FieldKind.Choice(Many)) { Value = ["p99"] },
                new Field("choices", "Choices", new FieldKind.Choices(Many)) { Value = [.. Many.Select(choice => choice.Id)] },
                new Field("note", "Note", new FieldKind.LongText()) { Value = [new string('漢', 3000)] },
            ],
            new string('W', 100),
            new string('s', Form.LongestState)
        );

    private static IReadOnlyList<FormChoice> Many =>
        [.. Enumerable.Range(0, FieldKind.MostChoices).Select(i => new FormChoice($"p{i}", new string('漢', 100)))];
}
