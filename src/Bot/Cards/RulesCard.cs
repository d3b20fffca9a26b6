using Bot.Rules;
using Gamification.Points;

namespace Bot.Cards;

/// <summary>What activities are worth: today, and from which day on something else.</summary>
public static class RulesCard
{
    /// <param name="coming">Null while nothing is to change.</param>
    /// <param name="said">What was just done; null when the rules were only asked for.</param>
    public static Card Compose(PointVersion current, PointVersion? coming, bool mayChange, CardPart.Text? said, ReaderFormat format) =>
        new(
            format.Say($"Points and limits"),
            [
                .. said is null ? Array.Empty<CardPart>() : [said],
                new CardPart.Facts([.. PointSettings.All.Select(setting => Row(setting, current.Rules, format))]),
                .. coming is null ? [] : Coming(current, coming, format),
                new CardPart.Text(
                    format.Say(
                        $"Version {format.Number(current.Version)} of the rules. Days are those of each person's own calendar. A change never touches a day that has begun."
                    ),
                    Tone.Subtle
                ),
                .. mayChange
                    ? [new CardPart.Buttons([new(format.Say($"Change"), "rules", Answer.Form, Primary: true)])]
                    : Array.Empty<CardPart>(),
            ]
        );

    public static CardPart.Text Saved(PointVersion newest, bool isNew, ReaderFormat format) =>
        (isNew, newest.From) switch
        {
            (false, _) => new(format.Say($"Nothing to change: it was so already.")),
            (_, { } day) => new(format.Say($"Saved. It holds from {format.Date(day)} on; every day before keeps its rules."), Tone.Good),
            _ => new(format.Say($"Saved. It holds since ever; every day before keeps its rules."), Tone.Good),
        };

    private static IEnumerable<CardPart> Coming(PointVersion current, PointVersion coming, ReaderFormat format)
    {
        var changed = PointSettings.All.Where(setting => setting.Of(current.Rules) != setting.Of(coming.Rules)).ToList();
        var version = format.Number(coming.Version);
        yield return new CardPart.Text(
            coming.From is { } day
                ? format.Say($"Version {version} holds from {format.Date(day)} on:")
                : format.Say($"Version {version} holds since ever:"),
            Tone.Warning
        );
        if (changed.Count == 0)
            yield return new CardPart.Text(format.Say($"The same numbers as today."));
        else
            yield return new CardPart.Facts([.. changed.Select(setting => Row(setting, coming.Rules, format))]);
    }

    private static Fact Row(PointSetting setting, PointRules rules, ReaderFormat format) =>
        new(format.Say(setting.Label), format.Number(setting.Of(rules)));
}
