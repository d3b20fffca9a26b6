using System.Globalization;
using Bot.Cards;
using Bot.Texts;
using NodaTime;

namespace Bot.Forms;

/// <summary>
/// The values of a form, read in the language of who typed them. What cannot be read becomes an error of its field, and null;
/// a field that the form does not have is not there, whatever was sent for it.
/// </summary>
public sealed class FormReading
{
    private readonly Form form;
    private readonly FormValues values;
    private readonly CultureInfo locale;
    private readonly List<FieldError> errors;

    public FormReading(Form form, FormValues values, CultureInfo locale)
    {
        (this.form, this.values, this.locale) = (form, values, locale);
        errors = [.. form.Fields.Select(field => FieldCheck.Problem(field, field.ValueIn(values), Language)).OfType<FieldError>()];
    }

    public IReadOnlyList<FieldError> Errors => errors;

    public bool IsRight => errors.Count == 0;

    public CultureInfo Locale => locale;

    public Language Language => Language.Of(locale);

    public Form Form => form;

    /// <summary>A sentence in the language of who typed.</summary>
    public string Say(FormattableString sentence) => Language.Say(sentence, locale);

    /// <summary>Whether the form asks for it: what it does not ask for stays as it is stored.</summary>
    public bool Has(string field) => form.Find(field) is not null;

    /// <summary>What stands in a field, right or not.</summary>
    public string Typed(string field) => Raw(field);

    /// <summary>One line without control characters; empty when nothing was typed.</summary>
    public string Text(string field) => Raw(field) is { Length: > 0 } raw && !IsBlank(raw) ? CleanText.Of(raw, raw.Length) : "";

    /// <summary>The lines that hold something.</summary>
    public IReadOnlyList<string> Lines(string field) =>
        [
            .. Raw(field)
                .Split(['\n', '\r'], StringSplitOptions.TrimEntries)
                .Where(line => !IsBlank(line))
                .Select(line => CleanText.Of(line, line.Length)),
        ];

    public long? Whole(string field, long least, long most)
    {
        if (Number(field, least, most) is not { } number)
            return null;
        if (number == decimal.Truncate(number))
            return (long)number;

        Wrong(field, Say($"Write a whole number, without decimals."));
        return null;
    }

    /// <summary>Null without an error when nothing was typed.</summary>
    /// <param name="unreadable">What to say of what is no number; null for what holds for any.</param>
    public decimal? Number(string field, decimal least, decimal most, string? unreadable = null)
    {
        if (IsBlank(Raw(field)))
            return null;
        if (TypedNumber.Parse(Raw(field), locale) is not { } number)
            Wrong(
                field,
                unreadable ?? Say($"Write a number such as {TypedNumber.Show(1234, locale)} or {TypedNumber.Show(0.5m, locale)}.")
            );
        else if (number < least || number > most)
            Wrong(field, Say($"Write a number from {TypedNumber.Show(least, locale)} to {TypedNumber.Show(most, locale)}."));
        else
            return number;

        return null;
    }

    /// <summary>Minor units. Null without an error when nothing was typed.</summary>
    public long? Money(string field, string currency, long mostMinorUnits)
    {
        if (IsBlank(Raw(field)))
            return null;
        var (minorUnits, problem) = TypedMoney.Parse(Raw(field), currency, mostMinorUnits, locale);
        if (problem is not null)
            Wrong(field, problem);
        return minorUnits;
    }

    /// <summary>Null without an error when nothing was typed.</summary>
    public LocalDate? Date(string field)
    {
        if (IsBlank(Raw(field)))
            return null;
        if (TypedDate.Parse(Raw(field), locale) is { } date)
            return date;

        Wrong(field, Say($"Write a day such as 2026-11-25 or {TypedDate.Show(new(2026, 11, 25), locale)}."));
        return null;
    }

    /// <summary>Null without an error when nothing was typed.</summary>
    public LocalTime? Time(string field)
    {
        if (IsBlank(Raw(field)))
            return null;
        if (TypedTime.Parse(Raw(field)) is { } time)
            return time;

        Wrong(field, Say($"Write a time such as 09:00 or 17:30."));
        return null;
    }

    /// <summary>The id of the choice; null when none was made.</summary>
    public string? Choice(string field) => Raw(field) is { Length: > 0 } chosen ? chosen : null;

    public IReadOnlyList<string> Choices(string field) => form.Find(field)?.ValueIn(values) ?? [];

    public bool IsOn(string field) => Choices(field).Contains(Field.On, StringComparer.Ordinal);

    /// <param name="message">What is wrong and what to do.</param>
    public void Wrong(string field, string message) => errors.Add(new(field, message));

    private string Raw(string field) => Has(field) && values.Of(field) is [var raw, ..] ? raw : "";

    internal static bool IsBlank(string text) => CleanText.IsNothing(text);
}
