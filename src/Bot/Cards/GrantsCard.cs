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
    private const string Line = "team-goals grants";

    public static Card Compose(GrantsView view, PageWords asked, ReaderFormat format)
    {
        var (rows, page, pages) = asked.Cut(view.Grants, OnAPage);
        var line = view.About is { } goal ? $"{Line} {goal.Id}" : Line;
        return new(
            view.About is { } about ? format.Say($"Grants of {TeamGoalWords.Name(PlanTerms.Of(about).Plan.Name)}") : format.Say($"Grants"),
            [
                .. view.Done is { } done ? [new CardPart.Text(done, Tone.Good)] : Array.Empty<CardPart>(),
                rows.Count == 0
                    ? new CardPart.Text(
                        format.Say($"🧾 Nothing was granted yet. A grant is made once when a tier with a reward is reached.")
                    )
                    : new CardPart.Text(
                        format.Say($"Each key is granted once. What is taken back and given again stands in lines of its own."),
                        Tone.Subtle
                    ),
                .. rows.Select(grant => Row(grant, view, format)),
                .. PageWords.Buttons(line, page, pages, format),
                new CardPart.Buttons([
                    .. view.About is { } one
                        ?
                        [
                            new Button(format.Say($"Replay"), $"team-goals replay {one.Id}"),
                            new Button(format.Say($"Posts"), $"team-goals posts {one.Id}"),
                        ]
                        : Array.Empty<Button>(),
                    new(format.Say($"Team goals"), TeamGoalsCard.Line),
                ]),
            ]
        );
    }

    /// <summary>One grant, as a form about it shows it.</summary>
    public static IReadOnlyList<Fact> Facts(GrantView grant, TeamGoalsView names, ReaderFormat format) =>
        [
            new(format.Say($"Goal"), NameOf(grant, names, format)),
            new(format.Say($"Tier"), $"{grant.Key.Tier}, {PeriodOf(grant, format)}"),
            new(format.Say($"For"), TeamGoalWords.Subject(grant.Key.Scope.Subject, names.People, names.Teams, format)),
            new(format.Say($"Given"), Given(grant, names, format)),
            new(format.Say($"State"), Status(grant, format)),
        ];

    private static CardPart.Entry Row(GrantView grant, GrantsView view, ReaderFormat format) =>
        new(
            $"{grant.Key.Tier} · {NameOf(grant, view.Of, format)} · {PeriodOf(grant, format)}",
            string.Join(
                '\n',
                (string[])
                    [
                        $"{Status(grant, format)} · {TeamGoalWords.Subject(grant.Key.Scope.Subject, view.Of.People, view.Of.Teams, format)}",
                        format.Say($"Granted {format.Moment(grant.Credited)} by {CleanText.Of(grant.Activity.ToString(), 80)}"),
                        .. grant.Lines.Take(MostLines).Select(line => LineOf(line, view.Of, format)),
                        .. grant.Lines.Count > MostLines
                            ? [format.Say($"… and {format.Number(grant.Lines.Count - MostLines)} more lines")]
                            : Array.Empty<string>(),
                        .. grant.Changes.Select(change => ChangeOf(change, view.Of, format)),
                        .. grant is { KeptBy: { } by, KeptReason: { } why }
                            ? [format.Say($"Kept by {PersonOf(new(by), view.Of)}: {CleanText.Of(why, 80)}")]
                            : Array.Empty<string>(),
                        format.Say($"Key {CleanText.Of(grant.Key.ToString(), 160)}"),
                    ]
            ),
            [
                new Button(format.Say($"Why?"), $"why grant {grant.Key}"),
                .. grant.Key.Scope.Subject.IsCollective ? Decisions(grant, format) : [],
            ]
        );

    private static Button[] Decisions(GrantView grant, ReaderFormat format) =>
        [
            .. grant is { IsStanding: false, KeptBy: null, Lines.Count: > 0 }
                ? [new Button(format.Say($"Keep"), $"grant-keep {grant.Key}", Answer.Form, Primary: true)]
                : Array.Empty<Button>(),
            new(format.Say($"Recipients"), $"grant-recipients {grant.Key}", Answer.Form),
        ];

    private static string LineOf(GrantLineView line, TeamGoalsView names, ReaderFormat format)
    {
        var who = line.Recipient.Person is { } person
            ? PersonOf(person, names)
            : TeamGoalWords.Subject(line.Recipient, names.People, names.Teams, format);
        var amount = $"{format.Signed(line.Amount)} {Kind(RewardNames.KindOf(line.Reward), format)}";
        return line.Amount < 0 ? format.Say($"• {who}: {amount}, taken back") : $"• {who}: {amount}";
    }

    private static string ChangeOf(RecipientChange change, TeamGoalsView names, ReaderFormat format)
    {
        var (who, why) = (PersonOf(change.Person, names), CleanText.Of(change.Reason, 80));
        return change.IsAdded ? format.Say($"Added: {who} ({why})") : format.Say($"Left out: {who} ({why})");
    }

    private static string Kind(string kind, ReaderFormat format) =>
        kind switch
        {
            RewardNames.Coins => format.Say($"coins"),
            RewardNames.Points => format.Say($"points"),
            RewardNames.Badge => format.Say($"badge"),
            _ => format.Say($"prize"),
        };

    private static string Given(GrantView grant, TeamGoalsView names, ReaderFormat format)
    {
        var standing = grant
            .Lines.GroupBy(line => (line.Recipient, line.Reward))
            .Select(line => (line.Key.Recipient, line.Key.Reward, Amount: line.Sum(revision => revision.Amount)))
            .Where(line => line.Amount != 0)
            .Select(line =>
                $"{(line.Recipient.Person is { } person ? PersonOf(person, names) : format.Say($"all together"))} {GrantWords.Amount(RewardNames.KindOf(line.Reward), line.Amount, format)}"
            )
            .ToList();
        return TeamGoalWords.Names(standing, format, MostLines);
    }

    private static string Status(GrantView grant, ReaderFormat format) =>
        grant switch
        {
            { Lines.Count: 0 } => format.Say($"⚠ no recipients: it needs a look"),
            { KeptBy: not null } => format.Say($"✓ kept"),
            { IsStanding: true } => format.Say($"✓ given"),
            _ => format.Say($"↺ taken back"),
        };

    private static string NameOf(GrantView grant, TeamGoalsView names, ReaderFormat format) =>
        names.Names.TryGetValue(grant.Key.Scope.Goal, out var name) ? TeamGoalWords.Name(name) : format.Say($"a goal");

    private static string PersonOf(PersonId id, TeamGoalsView names) =>
        names.People.FirstOrDefault(person => person.Id == id) is { } person ? BoardNames.Clean(person.Name) : CleanText.Of(id.Value, 40);

    private static string PeriodOf(GrantView grant, ReaderFormat format) =>
        Period.Parse(grant.Key.Scope.Period) is { } period ? format.Name(period) : grant.Key.Scope.Period.Value;
}
