using Gamification;
using Gamification.Announcements;
using Gamification.Goals;
using Gamification.Rewards;

namespace Bot.Cards;

/// <summary>That a manager published a goal for others, or changed it: what it asks, its tiers in absolute numbers, and its end.</summary>
public static class AssignedGoalCard
{
    public const string Published = AnnouncementKinds.GoalPublished;
    public const string Edited = AnnouncementKinds.GoalEdited;

    public static Card Compose(GoalNews news, ReaderFormat format)
    {
        var version = VersionOf(news);
        var terms = PlanTerms.Of(news.Goal with { Versions = [version] });
        var name = TeamGoalWords.Name(terms.Plan.Name);
        var words = new PlanPreviewWords(terms, format);
        var preview = PlanPreview.Of(terms, pointsEach: null);
        return new(
            news.Kind is Published ? format.Say($"A new goal: {name}") : format.Say($"A goal was changed: {name}"),
            [
                .. news.Kind is Edited ? Changes(news, version, format) : [],
                new CardPart.Facts([
                    new(format.Say($"For"), news.Who ?? format.Say($"you")),
                    new(format.Say($"Target"), GoalWords.Target(terms.Metric, terms.Target, format)),
                    .. words.Tiers(preview),
                ]),
                .. Beyond(preview, terms, words, format),
                .. terms.Plan.Collective is { EveryMember: null, Participation: null }
                    ? Array.Empty<CardPart>()
                    : [new CardPart.Text(Condition(terms.Plan.Collective, format), Tone.Subtle)],
                .. news.After is { } after
                    ?
                    [
                        new CardPart.Text(
                            format.Say(
                                $"🔒 It begins once “{TeamGoalWords.Name(PlanTerms.Of(after).Plan.Name)}” reaches {terms.Plan.After!.Tier}."
                            )
                        ),
                    ]
                    : Array.Empty<CardPart>(),
                new CardPart.Text(When(news, terms, version, format), Tone.Subtle),
                new CardPart.Buttons([new(format.Say($"Goals"), "goals", Answer.Private, Primary: true)]),
            ]
        );
    }

    /// <summary>The one that is told of; a later one may be there already.</summary>
    private static GoalVersion VersionOf(GoalNews news) =>
        news.Goal.Versions.FirstOrDefault(version => version.Number == news.Number("version")) ?? news.Goal.Versions[^1];

    private static IEnumerable<CardPart> Changes(GoalNews news, GoalVersion version, ReaderFormat format)
    {
        var before = news.Goal.Versions.LastOrDefault(known => known.Number < version.Number);
        List<string> sentences = [format.Say($"It holds from {format.Date(version.From)} on.")];
        if (news.By is { } by)
            sentences.Insert(0, format.Say($"By {by}."));
        if (before is not null && before.Target != version.Target)
            sentences.Add(format.Say($"The target is {Target(version)}, it was {Target(before)}."));
        yield return new CardPart.Text(string.Join(' ', sentences));
        if (version.Reason is { } reason)
            yield return new CardPart.Text($"“{CleanText.Of(reason, 200)}”", Tone.Subtle);

        string Target(GoalVersion of) => GoalWords.Target(news.Goal.Metric, of.Target, format);
    }

    private static IEnumerable<CardPart> Beyond(PlanPreview preview, PlanTerms terms, PlanPreviewWords words, ReaderFormat format)
    {
        if (terms.Plan.Accelerator is null)
            yield break;

        yield return new CardPart.Text(format.Say($"Beyond the target it pays more:"));
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
                        ? [format.Say($"Only if every member reaches {format.Percent(each)}.")]
                        : Array.Empty<string>(),
                    .. collective.Participation is { } part
                        ? [format.Say($"Only if {format.Percent(part)} of the members take part.")]
                        : Array.Empty<string>(),
                ]
        );

    private static string When(GoalNews news, PlanTerms terms, GoalVersion version, ReaderFormat format)
    {
        var period =
            news.Period.First < version.From && terms.Only is null ? Gamification.Time.Period.Of(terms.Kind, version.From) : news.Period;
        var when = $"{format.Name(period)}, {format.Standing(period, PeriodState.Running)}";
        return terms.Only is null ? $"{GoalWords.Every(terms.Kind, format)} · {when}" : when;
    }
}
