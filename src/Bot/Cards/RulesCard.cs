using Bot.Rules;
using Gamification.Points;

namespace Bot.Cards;

/// <summary>What activities are worth: today, and from which day on something else.</summary>
public static class RulesCard
{
    private const string EachOnTheirOwn = "Days are those of each person's own calendar. A change never touches a day that has begun.";

    /// <param name="coming">Null while nothing is to change.</param>
    /// <param name="said">What was just done; null when the rules were only asked for.</param>
    public static Card Compose(PointVersion current, PointVersion? coming, bool mayChange, CardPart.Text? said, ReaderFormat format) =>
        new(
            "Points and limits",
            [
                .. said is null ? Array.Empty<CardPart>() : [said],
                new CardPart.Facts([.. PointSettings.All.Select(setting => Row(setting, current.Rules, format))]),
                .. coming is null ? [] : Coming(current, coming, format),
                new CardPart.Text($"Version {format.Number(current.Version)} of the rules. {EachOnTheirOwn}", Tone.Subtle),
                .. mayChange ? [new CardPart.Buttons([new("Change", "rules", Answer.Form, Primary: true)])] : Array.Empty<CardPart>(),
            ]
        );

    public static CardPart.Text Saved(PointVersion newest, bool isNew, ReaderFormat format) =>
        isNew
            ? new($"Saved. It holds {From(newest, format)}; every day before keeps its rules.", Tone.Good)
            : new("Nothing to change: it was so already.");

    private static IEnumerable<CardPart> Coming(PointVersion current, PointVersion coming, ReaderFormat format)
    {
        var changed = PointSettings.All.Where(setting => setting.Of(current.Rules) != setting.Of(coming.Rules)).ToList();
        yield return new CardPart.Text($"Version {format.Number(coming.Version)} holds {From(coming, format)}:", Tone.Warning);
        if (changed.Count == 0)
            yield return new CardPart.Text("The same numbers as today.");
        else
            yield return new CardPart.Facts([.. changed.Select(setting => Row(setting, coming.Rules, format))]);
    }

    private static Fact Row(PointSetting setting, PointRules rules, ReaderFormat format) =>
        new(setting.Label, format.Number(setting.Of(rules)));

    private static string From(PointVersion version, ReaderFormat format) =>
        version.From is { } day ? $"from {format.Date(day)} on" : "since ever";
}
