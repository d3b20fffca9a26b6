using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Cards;

/// <summary>What was granted, as a manager reads it.</summary>
/// <param name="About">The goal that is asked for; null for all.</param>
public sealed record GrantsView(IReadOnlyList<GrantView> Grants, Goal? About, TeamGoalsView Of)
{
    /// <summary>What has just been done, in a line; null for a mere look.</summary>
    public string? Done { get; init; }
}

/// <summary>The proof of once: each grant with its key, when, by which activity, to whom, line by line, and how it stands.</summary>
public static class GrantsCard
{
    private const int OnAPage = 4;
    private const int MostLines = 8;
    private const int MostChanges = 5;
    private const string Line = "team-goals grants";

    public static Card Compose(GrantsView view, PageWords asked, ReaderFormat format)
    {
        var (rows, page, pages) = asked.Cut(view.Grants, OnAPage);
        var line = view.About is { } goal ? $"{Line} {goal.Id}" : Line;
        return new(
            view.About is { } about ? $"Grants of {TeamGoalWords.Name(PlanTerms.Of(about).Plan.Name)}" : "Grants",
            [
                .. view.Done is { } done ? [new CardPart.Text(done, Tone.Good)] : Array.Empty<CardPart>(),
                rows.Count == 0
                    ? new CardPart.Text("🧾 Nothing was granted yet. A grant is made once when a tier with a reward is reached.")
                    : new CardPart.Text(
                        "Each key is granted once. What is taken back and given again stands in lines of its own.",
                        Tone.Subtle
                    ),
                .. rows.Select(grant => Row(grant, view, format)),
                .. PageWords.Buttons(line, page, pages, format),
                new CardPart.Buttons([
                    .. view.About is { } one
                        ? [new Button("Replay", $"team-goals replay {one.Id}"), new Button("Posts", $"team-goals posts {one.Id}")]
                        : Array.Empty<Button>(),
                    new("Team goals", TeamGoalsCard.Line),
                ]),
            ]
        );
    }

    /// <summary>One grant, as a form about it shows it.</summary>
    public static IReadOnlyList<Fact> Facts(GrantView grant, TeamGoalsView names, ReaderFormat format) =>
        [
            new("Goal", NameOf(grant, names)),
            new("Tier", $"{grant.Key.Tier}, {PeriodOf(grant, format)}"),
            new("For", TeamGoalWords.Subject(grant.Key.Scope.Subject, names.People, names.Teams)),
            new("Given", Given(grant, names, format)),
            new("State", Status(grant)),
        ];

    private static CardPart.Entry Row(GrantView grant, GrantsView view, ReaderFormat format) =>
        new(
            $"{grant.Key.Tier} · {NameOf(grant, view.Of)} · {PeriodOf(grant, format)}",
            string.Join(
                '\n',
                (string[])
                    [
                        $"{Status(grant)} · {TeamGoalWords.Subject(grant.Key.Scope.Subject, view.Of.People, view.Of.Teams)}",
                        $"Granted {format.Moment(grant.Credited)} by {CleanText.Of(grant.Activity.ToString(), 80)}",
                        .. grant.Lines.Take(MostLines).Select(line => LineOf(line, view.Of, format)),
                        .. grant.Lines.Count > MostLines
                            ? [$"… and {format.Number(grant.Lines.Count - MostLines)} more lines"]
                            : Array.Empty<string>(),
                        .. grant.Changes.Count > MostChanges
                            ? [$"… {format.Number(grant.Changes.Count - MostChanges)} earlier decisions about recipients"]
                            : Array.Empty<string>(),
                        .. grant
                            .Changes.TakeLast(MostChanges)
                            .Select(change =>
                                $"{(change.IsAdded ? "Added" : "Left out")}: {PersonOf(change.Person, view.Of)} ({CleanText.Of(change.Reason, 80)})"
                            ),
                        .. grant is { KeptBy: { } by, KeptReason: { } why }
                            ? [$"Kept by {PersonOf(new(by), view.Of)}: {CleanText.Of(why, 80)}"]
                            : Array.Empty<string>(),
                        $"Key {CleanText.Of(grant.Key.ToString(), 160)}",
                    ]
            ),
            [new Button("Why?", $"why grant {grant.Key}"), .. grant.Key.Scope.Subject.IsCollective ? Decisions(grant) : []]
        );

    private static Button[] Decisions(GrantView grant) =>
        [
            .. grant is { IsStanding: false, KeptBy: null, Lines.Count: > 0 }
                ? [new Button("Keep", $"grant-keep {grant.Key}", Answer.Form, Primary: true)]
                : Array.Empty<Button>(),
            new("Recipients", $"grant-recipients {grant.Key}", Answer.Form),
        ];

    private static string LineOf(GrantLineView line, TeamGoalsView names, ReaderFormat format)
    {
        var who = line.Recipient.Person is { } person
            ? PersonOf(person, names)
            : TeamGoalWords.Subject(line.Recipient, names.People, names.Teams);
        return $"• {who}: {format.Signed(line.Amount)} {RewardNames.KindOf(line.Reward)}{(line.Amount < 0 ? ", taken back" : "")}";
    }

    private static string Given(GrantView grant, TeamGoalsView names, ReaderFormat format)
    {
        var standing = grant
            .Lines.GroupBy(line => (line.Recipient, line.Reward))
            .Select(line => (line.Key.Recipient, line.Key.Reward, Amount: line.Sum(revision => revision.Amount)))
            .Where(line => line.Amount != 0)
            .Select(line =>
                $"{(line.Recipient.Person is { } person ? PersonOf(person, names) : "all together")} {GrantWords.Amount(RewardNames.KindOf(line.Reward), line.Amount, format)}"
            )
            .ToList();
        return TeamGoalWords.Names(standing, MostLines);
    }

    private static string Status(GrantView grant) =>
        grant switch
        {
            { Lines.Count: 0 } => "⚠ no recipients: it needs a look",
            { KeptBy: not null } => "✓ kept",
            { IsStanding: true } => "✓ given",
            _ => "↺ taken back",
        };

    private static string NameOf(GrantView grant, TeamGoalsView names) =>
        names.Names.TryGetValue(grant.Key.Scope.Goal, out var name) ? TeamGoalWords.Name(name) : "a goal";

    private static string PersonOf(PersonId id, TeamGoalsView names) =>
        names.People.FirstOrDefault(person => person.Id == id) is { } person ? BoardNames.Clean(person.Name) : CleanText.Of(id.Value, 40);

    private static string PeriodOf(GrantView grant, ReaderFormat format) =>
        Period.Parse(grant.Key.Scope.Period) is { } period ? format.Name(period) : grant.Key.Scope.Period.Value;
}
