using System.Globalization;
using Bot.Cards;
using Gamification;
using Gamification.Goals;
using Gamification.Time;

namespace Bot.Forms.TeamGoals;

/// <summary>The first step: whose goal it is, what it asks, and when.</summary>
internal sealed class AimFields(PlanDesk desk, CultureInfo locale, Organisation organisation)
{
    private const string OfMembers = "members:";
    private const string OfTeam = "team:";
    private const string OfOrganisation = "organisation";
    private const string OfPerson = "person";
    private const string NoAccelerator = "none";
    private const int LongestAmount = 40;
    private const int LongestPerson = 200;

    /// <summary>Two choices a team, and two more.</summary>
    private const int MostTeams = FieldKind.MostChoices / 2 - 1;

    private readonly PlanWish plan = desk.Draft.Plan;
    private readonly ReaderFormat format = new(locale, organisation);

    public IReadOnlyList<FormPart> Parts =>
        [
            new Field(PlanFields.Name, format.Say($"Name"), new FieldKind.Text())
            {
                Value = Text(plan.Name),
                Hint = format.Say($"As people will read it"),
            },
            .. desk.IsFixed ? [Fixed] : Open,
            .. Numbers,
        ];

    /// <summary>The draft with this step as it was typed; errors stand in the values afterwards.</summary>
    public PlanDraft Read(FormReading values)
    {
        var read = (desk.IsFixed ? plan : Opened(values)) with
        {
            Name = values.Text(PlanFields.Name),
            BoardGoal = values.IsOn(PlanFields.Board),
        };
        if (read.Metric is not { } metric)
            return desk.Draft with { Plan = read };

        return desk.Draft with
        {
            Plan = read with
            {
                Target = PlanAmount.Read(values, PlanFields.Target, metric, organisation),
                Targets = TargetLines.Read(values, PlanFields.Targets, metric, desk.People, organisation),
                Accelerator = AcceleratorOf(values, read),
                Share = read.Subject is SubjectKind.Team or SubjectKind.Organisation ? read.Share : null,
            },
        };
    }

    private FormPart.Facts Fixed =>
        new([
            new(format.Say($"For"), TeamGoalWords.Subject(desk.Stored!.Subject, desk.People, desk.Teams, format)),
            new(format.Say($"Counts"), GoalWords.Title(desk.Stored.Metric, format)),
            new(format.Say($"When"), TeamGoalWords.Period(desk.Stored, format)),
        ]);

    private IEnumerable<FormPart> Open =>
        [
            new Field(PlanFields.Subject, format.Say($"For"), new FieldKind.Choice([.. Subjects]))
            {
                Value = plan.Subject is { } kind ? [SubjectOf(kind, plan.SubjectId)] : [],
            },
            WhichPerson,
            new Field(PlanFields.Metric, format.Say($"Counts"), new FieldKind.Choice([.. GoalType.All.Select(Choice)]))
            {
                Value = plan.Metric is { } metric ? [GoalType.Of(metric).Name] : [],
            },
            new Field(PlanFields.Period, format.Say($"When"), new FieldKind.Choice(Periods))
            {
                Value = [(plan.Period?.Kind ?? PeriodKind.Month).ToString()],
            },
            new Field(PlanFields.Only, format.Say($"Only that one"), new FieldKind.Text(LongestAmount))
            {
                Value = Text(plan.Period is { Kind: not PeriodKind.Custom } period ? period.Key : null),
                IsRequired = false,
                Hint = format.Say($"Like 2026-W50, 2026-12 or 2026-Q4; empty: every one"),
            },
            Day(PlanFields.First, format.Say($"First day of a custom range"), plan.Period?.First),
            Day(PlanFields.Last, format.Say($"Last day of a custom range"), plan.Period?.Last),
        ];

    private IEnumerable<FormPart> Numbers =>
        [
            new Field(PlanFields.Target, format.Say($"Target"), new FieldKind.Text(LongestAmount))
            {
                Value = PlanAmount.Shown(plan.Target, locale),
                Hint = format.Say($"Quotes, deals, points, days, minutes, or an amount in {organisation.Currency}"),
            },
            new Field(PlanFields.Targets, format.Say($"Targets of single people"), new FieldKind.LongText())
            {
                Value = Text(TargetLines.Show(plan.Targets ?? new Dictionary<string, decimal>(), desk.People, locale)),
                IsRequired = false,
                Hint = format.Say($"One a line: ana@example.com = 12. Everyone else has the target above"),
            },
            new Field(PlanFields.Accelerator, format.Say($"Pays beyond the target"), new FieldKind.Choice(Accelerators))
            {
                Value = [plan.Accelerator?.Kind?.ToString() ?? NoAccelerator],
                Hint = format.Say($"For one person or each member; the next step asks how much"),
            },
            new Field(PlanFields.Board, format.Say($"The board by percent of own target looks at this goal"), new FieldKind.Toggle())
            {
                Value = plan.BoardGoal ? [Field.On] : [],
                IsRequired = false,
            },
        ];

    private Field WhichPerson =>
        desk.People.Count <= FieldKind.MostChoices
            ? new(
                PlanFields.Person,
                format.Say($"Which person"),
                new FieldKind.Choice([.. desk.People.Select(person => new FormChoice(person.Id.Value, BoardNames.Clean(person.Name)))])
            )
            {
                Value = Text(plan.Subject is SubjectKind.Person ? plan.SubjectId : null),
                IsRequired = false,
                Hint = format.Say($"Only for a goal of one person"),
            }
            : new(PlanFields.Person, format.Say($"Which person"), new FieldKind.Text(LongestPerson))
            {
                Value = Text(plan.Subject is SubjectKind.Person ? plan.SubjectId : null),
                IsRequired = false,
                Hint = format.Say($"Only for a goal of one person: an email or a name"),
            };

    private IEnumerable<FormChoice> Subjects =>
        [
            .. desk
                .Teams.Take(MostTeams)
                .SelectMany(team =>
                    new FormChoice[]
                    {
                        new(OfMembers + team.Id, format.Say($"Each member of {BoardNames.Clean(team.Name)}, for themselves")),
                        new(OfTeam + team.Id, format.Say($"{BoardNames.Clean(team.Name)} together")),
                    }
                ),
            .. desk.MayAll ? [new FormChoice(OfOrganisation, format.Say($"The whole organisation together"))] : Array.Empty<FormChoice>(),
            new FormChoice(OfPerson, format.Say($"One person")),
        ];

    private IReadOnlyList<FormChoice> Periods =>
        [
            .. GoalType.Periods.Select(kind => new FormChoice(kind.ToString(), Recurring(kind))),
            new(nameof(PeriodKind.Custom), format.Say($"A custom range of days")),
        ];

    private IReadOnlyList<FormChoice> Accelerators =>
        [
            new(NoAccelerator, format.Say($"Nothing more")),
            new(nameof(AcceleratorKind.Marginal), format.Say($"More for each percentage point (marginal)")),
            new(nameof(AcceleratorKind.Retroactive), format.Say($"A higher rate for everything (retroactive)")),
            new(nameof(AcceleratorKind.Step), format.Say($"So much for each full step")),
            new(nameof(AcceleratorKind.Multiplier), format.Say($"Points count more (multiplier)")),
        ];

    private string Recurring(PeriodKind kind) =>
        kind switch
        {
            PeriodKind.Week => format.Say($"Every week, or one that is named"),
            PeriodKind.Month => format.Say($"Every month, or one that is named"),
            _ => format.Say($"Every quarter, or one that is named"),
        };

    private FormChoice Choice(GoalType type) =>
        new(
            type.Name,
            type.Unit switch
            {
                GoalUnit.Money => format.Say($"Revenue, in {organisation.Currency}"),
                GoalUnit.Minutes => format.Say($"Response time, median in minutes of working time"),
                _ => GoalWords.Title(type.Metric, format),
            }
        );

    private PlanWish Opened(FormReading values)
    {
        var kind = Enum.TryParse<PeriodKind>(values.Choice(PlanFields.Period), out var chosen) ? chosen : (PeriodKind?)null;
        var only = values.Text(PlanFields.Only);
        var (first, last) = (values.Date(PlanFields.First), values.Date(PlanFields.Last));
        var (subject, id) = SubjectIn(values);
        return plan with
        {
            Subject = subject,
            SubjectId = id,
            Metric = GoalType.Parse(values.Choice(PlanFields.Metric))?.Metric,
            Period = new(kind, only.Length == 0 ? null : only, first, last),
        };
    }

    private (SubjectKind?, string?) SubjectIn(FormReading values) =>
        values.Choice(PlanFields.Subject) switch
        {
            OfOrganisation => (SubjectKind.Organisation, null),
            OfPerson => (SubjectKind.Person, PersonIn(values)),
            { } of when of.StartsWith(OfMembers, StringComparison.Ordinal) => (SubjectKind.Members, of[OfMembers.Length..]),
            { } of when of.StartsWith(OfTeam, StringComparison.Ordinal) => (SubjectKind.Team, of[OfTeam.Length..]),
            _ => (null, null),
        };

    private string? PersonIn(FormReading values)
    {
        var typed = values.Text(PlanFields.Person);
        var found = typed.Length == 0 ? [] : Commands.PersonSearch.Among(desk.People, typed.Split(' '));
        if (found is [var person])
            return person.Id.Value;

        values.Wrong(
            PlanFields.Person,
            typed.Length == 0 ? values.Say($"Choose whose goal it is.")
                : found.Count == 0 ? values.Say($"Nobody of yours is called so. Write an email.")
                : values.Say($"This names several people. Write an email.")
        );
        return null;
    }

    /// <summary>What the next step asked of the same kind is kept.</summary>
    private static AcceleratorWish? AcceleratorOf(FormReading values, PlanWish plan) =>
        !Enum.TryParse<AcceleratorKind>(values.Choice(PlanFields.Accelerator), out var kind) ? null
        : plan.Accelerator is { } known && known.Kind == kind ? known
        : new(kind);

    private static Field Day(string id, string label, NodaTime.LocalDate? day) =>
        new(id, label, new FieldKind.Date()) { Value = day is { } date ? [TypedDate.Iso(date)] : [], IsRequired = false };

    private static string SubjectOf(SubjectKind kind, string? id) =>
        kind switch
        {
            SubjectKind.Members => OfMembers + id,
            SubjectKind.Team => OfTeam + id,
            SubjectKind.Person => OfPerson,
            _ => OfOrganisation,
        };

    private static IReadOnlyList<string> Text(string? text) => text is { Length: > 0 } ? [text] : [];
}
