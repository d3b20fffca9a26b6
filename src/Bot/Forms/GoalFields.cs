using System.Globalization;
using Bot.Cards;
using Bot.Texts;
using Gamification;
using Gamification.Goals;
using Gamification.Time;

namespace Bot.Forms;

/// <param name="Wish">In the units people write.</param>
internal sealed record GoalTyped(GoalWish Wish, bool Shared);

/// <summary>The fields of a goal, and what was typed in them.</summary>
internal static class GoalFields
{
    private const string Type = "type";
    private const string Target = "target";
    private const string PeriodField = "period";
    private const string Shared = "shared";
    private const int LongestTarget = 40;

    public static IReadOnlyList<FormPart> New(GoalType? type, CultureInfo locale, Organisation organisation) =>
        [
            new FormPart.Text(Language.Of(locale).Say($"It counts the whole period, also what came before now.")),
            .. All(type, null, type?.DefaultPeriod ?? PeriodKind.Week, isShared: false, new(locale, organisation)),
        ];

    /// <param name="proposed">Put in the target's place, as it is kept; null shows the target as it is.</param>
    public static IReadOnlyList<FormPart> Of(GoalStanding standing, long? proposed, CultureInfo locale, Organisation organisation)
    {
        var (goal, format) = (standing.Goal, new ReaderFormat(locale, organisation));
        var target = proposed is > 0 and var better && better <= goal.Type.Most ? better : goal.Versions[^1].Target;
        return
        [
            new FormPart.Text(
                standing.State is GoalState.Completed ? OfCompleted(goal.Kind, format) : format.Say($"Another target holds at once.")
            ),
            new FormPart.Text(format.Say($"Another type or period starts a new goal, and this one is archived."), Tone.Subtle),
            .. All(goal.Type, GoalCheck.Written(goal.Metric, target, organisation), goal.Kind, goal.Shared, format),
        ];
    }

    /// <summary>Null when something is wrong; it stands at its field then.</summary>
    public static GoalTyped? Read(FormReading values, Organisation organisation)
    {
        var type = GoalType.ParsePersonal(values.Choice(Type));
        var isPeriod = Enum.TryParse<PeriodKind>(values.Choice(PeriodField), ignoreCase: true, out var period);
        if (type is null || !isPeriod || NumberOf(type, values, organisation) is not { } number)
            return null;

        var wish = new GoalWish(type.Metric, number, period);
        if (GoalCheck.Of(wish, organisation) is GoalChecked.Invalid(var fault))
            values.Wrong(fault.Field, $"{values.Say(fault.Message)} {values.Say(fault.Remedy)}");
        return values.IsRight ? new(wish, values.IsOn(Shared)) : null;
    }

    public static GoalTerms TermsOf(Goal goal) => new(goal.Metric, goal.Kind, goal.Versions[^1].Target);

    private static decimal? NumberOf(GoalType type, FormReading values, Organisation organisation) =>
        type.Unit is not GoalUnit.Money ? values.Number(Target, decimal.MinValue, decimal.MaxValue, Unreadable(type, values))
        : values.Money(Target, organisation.Currency, type.Most) is { } minorUnits
            ? GoalCheck.Written(type.Metric, minorUnits, organisation)
        : null;

    /// <summary>Who writes "2 h" learns how to say it.</summary>
    private static string? Unreadable(GoalType type, FormReading values) =>
        type.Unit is GoalUnit.Minutes
            ? values.Say(
                $"Write minutes of working time as a number such as 30 or {TypedNumber.Show(7.5m, values.Locale)}: two hours are 120."
            )
            : null;

    private static IEnumerable<FormPart> All(GoalType? type, decimal? target, PeriodKind period, bool isShared, ReaderFormat format) =>
        [
            new Field(Type, format.Say($"What"), new FieldKind.Choice([.. GoalType.Personal.Select(one => Choice(one, format))]))
            {
                Value = type is null ? [] : [type.Name],
            },
            new Field(Target, format.Say($"Target"), new FieldKind.Text(LongestTarget))
            {
                Value = target is { } number ? [TypedNumber.Show(number, format.Culture)] : [],
                Hint = format.Say($"In the unit of the choice above"),
            },
            new Field(PeriodField, format.Say($"Every"), new FieldKind.Choice([.. GoalType.Periods.Select(kind => Choice(kind, format))]))
            {
                Value = [GoalWords.KindOf(period)],
            },
            new Field(Shared, format.Say($"Others may see this goal"), new FieldKind.Toggle())
            {
                Value = isShared ? [Field.On] : [],
                IsRequired = false,
            },
        ];

    private static FormChoice Choice(GoalType type, ReaderFormat format) =>
        new(
            type.Name,
            type.Unit switch
            {
                GoalUnit.Money => format.Say($"Revenue, in {format.Organisation.Currency}"),
                GoalUnit.Minutes => format.Say($"Response time, median in minutes of working time"),
                GoalUnit.Days => format.Say($"Active days"),
                _ => format.Say($"Quotes"),
            }
        );

    private static FormChoice Choice(PeriodKind kind, ReaderFormat format) =>
        new(
            GoalWords.KindOf(kind),
            kind switch
            {
                PeriodKind.Week => format.Say($"Week"),
                PeriodKind.Month => format.Say($"Month"),
                _ => format.Say($"Quarter"),
            }
        );

    private static string OfCompleted(PeriodKind kind, ReaderFormat format) =>
        kind switch
        {
            PeriodKind.Week => format.Say($"This week is completed: another target holds from next week on."),
            PeriodKind.Month => format.Say($"This month is completed: another target holds from next month on."),
            _ => format.Say($"This quarter is completed: another target holds from next quarter on."),
        };
}
