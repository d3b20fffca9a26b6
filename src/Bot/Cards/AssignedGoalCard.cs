using Gamification;
using Gamification.Goals;
using Gamification.Rewards;

namespace Bot.Cards;

/// <summary>That a manager published a goal for others, or changed it: what it asks, its tiers in absolute numbers, and its end.</summary>
public static class AssignedGoalCard
{
    public const string Published = "goal.published";
    public const string Edited = "goal.edited";

    public static Card Compose(GoalNews news, ReaderFormat format)
    {
        var version = VersionOf(news);
        var terms = PlanTerms.Of(news.Goal with { Versions = [version] });
        var words = new PlanPreviewWords(terms, format);
        var preview = PlanPreview.Of(terms, pointsEach: null);
        return new(
            $"{(news.Kind is Published ? "A new goal" : "A goal was changed")}: {TeamGoalWords.Name(terms.Plan.Name)}",
            [
                .. news.Kind is Edited ? Changes(news, version, format) : [],
                new CardPart.Facts([
                    new("For", news.Who ?? "you"),
                    new("Target", GoalWords.Target(terms.Metric, terms.Target, format)),
                    .. words.Tiers(preview),
                ]),
                .. Beyond(preview, terms, words),
                .. terms.Plan.Collective is { EveryMember: null, Participation: null }
                    ? Array.Empty<CardPart>()
                    : [new CardPart.Text(Condition(terms.Plan.Collective, format), Tone.Subtle)],
                .. news.After is { } after
                    ?
                    [
                        new CardPart.Text(
                            $"🔒 It begins once “{TeamGoalWords.Name(PlanTerms.Of(after).Plan.Name)}” reaches {terms.Plan.After!.Tier}."
                        ),
                    ]
                    : Array.Empty<CardPart>(),
                new CardPart.Text(When(news, terms, version, format), Tone.Subtle),
                new CardPart.Buttons([new("Goals", "goals", Answer.Private, Primary: true)]),
            ]
        );
    }

    /// <summary>The one that is told of; a later one may be there already.</summary>
    private static GoalVersion VersionOf(GoalNews news) =>
        news.Goal.Versions.FirstOrDefault(version => version.Number == news.Number("version")) ?? news.Goal.Versions[^1];

    private static IEnumerable<CardPart> Changes(GoalNews news, GoalVersion version, ReaderFormat format)
    {
        var before = news.Goal.Versions.LastOrDefault(known => known.Number < version.Number);
        var holds = $"It holds from {format.Date(version.From)} on.";
        var target =
            before is not null && before.Target != version.Target
                ? $" The target is {GoalWords.Target(news.Goal.Metric, version.Target, format)}, it was {GoalWords.Target(news.Goal.Metric, before.Target, format)}."
                : "";
        yield return new CardPart.Text($"{(news.By is { } by ? $"By {by}. " : "")}{holds}{target}");
        if (version.Reason is { } reason)
            yield return new CardPart.Text($"“{CleanText.Of(reason, 200)}”", Tone.Subtle);
    }

    private static IEnumerable<CardPart> Beyond(PlanPreview preview, PlanTerms terms, PlanPreviewWords words)
    {
        if (terms.Plan.Accelerator is null)
            yield break;

        yield return new CardPart.Text("Beyond the target it pays more:");
        yield return new CardPart.Facts([
            .. words.Paid(preview with { Paid = [.. preview.Paid.Where(paid => paid.BasisPoints > 100_00)] }),
        ]);
    }

    private static string Condition(Collective collective, ReaderFormat format) =>
        string.Join(
            " ",
            (string[])
                [
                    .. collective.EveryMember is { } each
                        ? [$"Only if every member reaches {format.Percent(each)}."]
                        : Array.Empty<string>(),
                    .. collective.Participation is { } part
                        ? [$"Only if {format.Percent(part)} of the members take part."]
                        : Array.Empty<string>(),
                ]
        );

    private static string When(GoalNews news, PlanTerms terms, GoalVersion version, ReaderFormat format)
    {
        var period =
            news.Period.First < version.From && terms.Only is null ? Gamification.Time.Period.Of(terms.Kind, version.From) : news.Period;
        var again = terms.Only is null ? $"every {GoalWords.KindOf(terms.Kind)} · " : "";
        return $"{again}{format.Name(period)}, {format.Standing(period, PeriodState.Running)}";
    }
}
