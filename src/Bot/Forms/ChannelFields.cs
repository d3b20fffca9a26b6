using System.Globalization;
using Bot.Cards;
using Bot.Texts;
using Gamification.Announcements;
using NodaTime;
using Storage;

namespace Bot.Forms;

/// <summary>The fields of a channel's form, and what they make of its settings.</summary>
internal sealed class ChannelFields(ChannelView channel, ReaderFormat format)
{
    private const string Kinds = "kinds";
    private const string Budget = "budget";
    private const string QuietFrom = "quiet-from";
    private const string QuietTo = "quiet-to";
    private const string Daily = "daily";
    private const string WeeklyDay = "weekly-day";
    private const string WeeklyAt = "weekly-at";
    private const string MonthlyDay = "monthly-day";
    private const string MonthlyAt = "monthly-at";
    private const string Mention = "mention";
    private const string Spoken = "language";
    private const string Auto = "auto";
    private const string Never = "never";
    private const int LongestTime = 20;

    private readonly ChannelSettings settings = channel.Settings;

    public IReadOnlyList<FormPart> All =>
        [
            new Field(
                Kinds,
                format.Say($"What is posted here"),
                new FieldKind.Choices([
                    .. PostKind.All.Select(kind => new FormChoice(ChannelWords.Name(kind), ChannelWords.Label(kind, format))),
                ])
            )
            {
                Value = [.. PostKind.All.Where(settings.Hears).Select(ChannelWords.Name)],
                IsRequired = false,
            },
            new Field(Budget, format.Say($"Posts of any hour"), new FieldKind.Number())
            {
                Value = settings.Budget is { } most ? [TypedNumber.Show(most, format.Culture)] : [],
                IsRequired = false,
                Hint = format.Say($"Empty: {ChannelSettings.UsualBudget}, on the page as many as there are. 0: as many as there are."),
            },
            Time(QuietFrom, format.Say($"Quiet from"), settings.Quiet?.From, format.Say($"Such as 20:00. Empty: never quiet.")),
            Time(QuietTo, format.Say($"Quiet until"), settings.Quiet?.To, format.Say($"Before the start: of the next day.")),
            Time(Daily, format.Say($"Board of the day at"), settings.Boards.Daily, format.Say($"Monday to Friday. Empty: none.")),
            new Field(WeeklyDay, format.Say($"Board of the week on"), new FieldKind.Choice(Days))
            {
                Value = [settings.Boards.Weekly?.Day.ToString() ?? Never],
                Hint = format.Say($"Monday to Wednesday: the ended week. Later: the running one."),
            },
            Time(WeeklyAt, format.Say($"Board of the week at"), settings.Boards.Weekly?.At, format.Say($"Empty: 09:00.")),
            new Field(MonthlyDay, format.Say($"Board of the month on day"), new FieldKind.Number())
            {
                Value = settings.Boards.Monthly is { } monthly ? [TypedNumber.Show(monthly.Day, format.Culture)] : [],
                IsRequired = false,
                Hint = format.Say($"1 to 15: the ended month. 16 to {MonthlyTime.LastDay}: the running one. Empty: none."),
            },
            Time(MonthlyAt, format.Say($"Board of the month at"), settings.Boards.Monthly?.At, format.Say($"Empty: 09:00.")),
            new Field(
                Mention,
                format.Say($"Posts call people"),
                new FieldKind.Choice([
                    new(nameof(ChannelMention.Name), format.Say($"By name")),
                    new(nameof(ChannelMention.Person), format.Say($"With a mention")),
                ])
            )
            {
                Value = [channel.Mention.ToString()],
            },
            new Field(Spoken, format.Say($"Language"), new FieldKind.Choice(LanguageChoices(format.Say($"Automatic"))))
            {
                Value = [settings.Language ?? Auto],
            },
        ];

    /// <summary>Null when something is wrong, which stands in the values then.</summary>
    public static (ChannelSettings Settings, ChannelMention Mention)? Read(FormReading values, ReaderFormat format)
    {
        var on = values.Choices(Kinds);
        var (from, to) = (values.Time(QuietFrom), values.Time(QuietTo));
        if (values.IsRight && (from is null) != (to is null))
            values.Wrong(from is null ? QuietFrom : QuietTo, format.Say($"Write both times, or none."));
        if (from is not null && from == to)
            values.Wrong(QuietTo, format.Say($"Write another time than the start."));

        var budget = values.Whole(Budget, 0, ChannelSettings.MostBudget);
        var boards = new BoardTimes(values.Time(Daily), WeeklyOf(values), MonthlyOf(values));
        return !values.IsRight
            ? null
            : (
                new()
                {
                    Off = PostKind
                        .All.Where(kind => !on.Contains(ChannelWords.Name(kind)))
                        .Aggregate(PostKinds.None, (off, kind) => off | kind),
                    Budget = (int?)budget,
                    Quiet = from is { } start && to is { } end ? new(start, end) : null,
                    Boards = boards,
                    Language = values.Choice(Spoken) is { } name && Language.Named(name) is { } language ? language.Name : null,
                },
                values.Choice(Mention) == nameof(ChannelMention.Person) ? ChannelMention.Person : ChannelMention.Name
            );
    }

    internal static IReadOnlyList<FormChoice> LanguageChoices(string auto) =>
        [new(Auto, auto), .. Language.All.Select(language => new FormChoice(language.Name, ChannelWords.LanguageName(language)))];

    private static WeeklyTime? WeeklyOf(FormReading values)
    {
        var at = values.Time(WeeklyAt);
        return values.Choice(WeeklyDay) is { } day && day != Never && Enum.TryParse<IsoDayOfWeek>(day, out var weekday)
            ? new(weekday, at ?? BoardTimes.Default.Weekly!.At)
            : null;
    }

    private static MonthlyTime? MonthlyOf(FormReading values)
    {
        var at = values.Time(MonthlyAt);
        return values.Whole(MonthlyDay, 1, MonthlyTime.LastDay) is { } day ? new((int)day, at ?? BoardTimes.Default.Monthly!.At) : null;
    }

    private IReadOnlyList<FormChoice> Days =>
        [
            new(Never, format.Say($"Never")),
            .. Enumerable
                .Range((int)IsoDayOfWeek.Monday, 7)
                .Select(day => new FormChoice(((IsoDayOfWeek)day).ToString(), ChannelWords.DayName((IsoDayOfWeek)day, format))),
        ];

    private static Field Time(string id, string label, LocalTime? value, string hint) =>
        new(id, label, new FieldKind.Text(LongestTime))
        {
            Value = value is { } time ? [TypedTime.Show(time)] : [],
            IsRequired = false,
            Hint = hint,
        };
}
