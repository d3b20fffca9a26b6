namespace Gamification;

/// <summary>An amount in minor units (cents), so sums are exact on every database. Never negative on the wire; differences may be.</summary>
public readonly record struct Money
{
    public long MinorUnits { get; }

    /// <summary>ISO 4217, three capital letters.</summary>
    public string Currency { get; }

    private Money(long minorUnits, string currency) => (MinorUnits, Currency) = (minorUnits, currency);

    public static Money Of(long minorUnits, string currency) =>
        currency is { Length: 3 } && currency.All(char.IsAsciiLetterUpper)
            ? new(minorUnits, currency)
            : throw new ArgumentException($"'{currency}' is not an ISO 4217 code.", nameof(currency));
}
