using System.Collections.Frozen;
using System.Globalization;
using Bot.Texts;
using Gamification;

namespace Bot.Forms;

/// <summary>An amount as people type it, with or without its currency: <c>30 000</c>, <c>€30.000,50</c>, <c>30,000 EUR</c>.</summary>
internal static class TypedMoney
{
    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["EUR"] = "€",
        ["USD"] = "$",
        ["GBP"] = "£",
        ["JPY"] = "¥",
        ["INR"] = "₹",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Minor units, or why not and what to do.</summary>
    public static (long? MinorUnits, string? Problem) Parse(string text, string currency, long mostMinorUnits, CultureInfo locale)
    {
        var language = Language.Of(locale);
        var digits = Currencies.DigitsOf(currency) ?? 2;
        var unit = (decimal)Math.Pow(10, digits);
        if (TypedNumber.Parse(WithoutCurrency(text, currency), locale) is not { } amount)
            return (
                null,
                digits > 0
                    ? language.Say(
                        $"Write an amount in {currency} such as {TypedNumber.Show(1234, locale)} or {TypedNumber.Show(99.5m, locale)}."
                    )
                    : language.Say($"Write an amount in {currency} such as {TypedNumber.Show(1234, locale)}.")
            );
        if (amount < 0 || amount > mostMinorUnits / unit)
            return (null, language.Say($"Write an amount from 0 to {TypedNumber.Show(mostMinorUnits / unit, locale)} {currency}."));
        if (amount * unit != decimal.Truncate(amount * unit))
            return (null, language.Say($"An amount in {currency} has at most {digits} decimals."));

        return ((long)(amount * unit), null);
    }

    private static string WithoutCurrency(string text, string currency)
    {
        var amount = text.Trim();
        foreach (var name in new[] { currency, Signs.GetValueOrDefault(currency, currency) })
        {
            if (amount.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                amount = amount[name.Length..].Trim();
            if (amount.EndsWith(name, StringComparison.OrdinalIgnoreCase))
                amount = amount[..^name.Length].Trim();
        }

        return amount;
    }
}
