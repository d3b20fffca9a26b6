namespace Gamification.Exchange;

/// <summary>
/// The rates a win took, by currency, each fixed when an amount of the deal first needed it. No later edit of the rate table changes
/// them, and nobody needs the table to fold the deal again.
/// </summary>
/// <param name="Text">The stored form: <c>CHF=1.05;USD=0.92</c>; null where none was needed.</param>
public readonly record struct TakenRates(string? Text)
{
    public Rate? Of(string currency)
    {
        foreach (var (known, rate) in All())
            if (known == currency)
                return rate;

        return null;
    }

    public TakenRates With(string currency, Rate rate) =>
        new(string.Join(';', All().Append((currency, rate)).OrderBy(pair => pair.Item1, StringComparer.Ordinal).Select(Pair)));

    private IEnumerable<(string Currency, Rate Rate)> All() =>
        Text is null ? [] : Text.Split(';').Select(pair => (pair[..3], Rate.Parse(pair[4..])!.Value));

    private static string Pair((string Currency, Rate Rate) pair) => $"{pair.Currency}={pair.Rate}";
}
