using System.Collections.Frozen;

namespace Gamification;

/// <summary>The currencies of ISO 4217 in use, with the decimals their minor unit has.</summary>
public static class Currencies
{
    private const string NoDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
    private const string TwoDecimals =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC "
        + "CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR "
        + "KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN "
        + "PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS "
        + "UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";
    private const string ThreeDecimals = "BHD IQD JOD KWD LYD OMR TND";
    private const string FourDecimals = "CLF UYW";

    private static readonly FrozenDictionary<string, int> Digits = new[]
    {
        (NoDecimals, 0),
        (TwoDecimals, 2),
        (ThreeDecimals, 3),
        (FourDecimals, 4),
    }
        .SelectMany(row => row.Item1.Split(' ').Select(code => (Code: code, Digits: row.Item2)))
        .ToFrozenDictionary(row => row.Code, row => row.Digits, StringComparer.Ordinal);

    /// <summary>How many decimals an amount may have; null when the code is no currency. <c>JPY</c> 0, <c>EUR</c> 2, <c>KWD</c> 3.</summary>
    public static int? DigitsOf(string code) => Digits.TryGetValue(code, out var digits) ? digits : null;
}
