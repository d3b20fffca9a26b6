using Gamification;
using Gamification.Exchange;
using NodaTime;

namespace Bot.Play;

/// <summary>Reads rates from CSV with the header <c>currency,date,rate</c>: all of them, or what is wrong in every line.</summary>
internal static class RateFile
{
    private const string Header = "currency,date,rate";
    private const int MostLines = 100_000;
    private const int LongestLine = 200;

    public static (IReadOnlyCollection<DatedRate> Rates, IReadOnlyList<string> Problems) Read(
        IEnumerable<string> lines,
        Organisation organisation
    )
    {
        var rates = new Dictionary<(string, LocalDate), DatedRate>();
        var problems = new List<string>();
        foreach (var (index, line) in lines.Take(MostLines + 2).Index())
            if ((index == 0 ? WrongHeader(line) : WrongLine(line, index, rates, organisation)) is { } wrong)
                problems.Add($"Line {index + 1}: {wrong}");

        if (rates.Count == 0 && problems.Count == 0)
            problems.Add($"Line 1: There is no rate in the file. Write the header {Header}, then one rate a line.");
        return problems.Count > 0 ? ([], problems) : (rates.Values, []);
    }

    private static string? WrongHeader(string line) =>
        string.Equals(string.Join(',', Fields(line)), Header, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"This is not the header. Start the file with {Header}.";

    /// <summary>Takes the rate of a line, or says what is wrong with it. Empty lines say nothing.</summary>
    private static string? WrongLine(string line, int index, Dictionary<(string, LocalDate), DatedRate> rates, Organisation organisation)
    {
        if (string.IsNullOrWhiteSpace(line))
            return null;
        if (index > MostLines)
            return $"The file has more than {MostLines} rates. Split it.";
        if (line.Length > LongestLine || Fields(line) is not [var currency, var date, var rate])
            return "This has not three fields. Write currency,date,rate, such as CHF,2026-11-18,1.05.";

        var reading = RateReading.Of(currency, date, rate, organisation);
        if (reading.Rate is { } read && !rates.TryAdd((read.Currency, read.Date), read))
            reading = RateReading.Twice(read);
        return reading.Rate is null ? $"{reading.Field}: {reading.Reason} {reading.Remedy}" : null;
    }

    private static string[] Fields(string line) => [.. line.Split(',').Select(field => field.Trim().Trim('"'))];
}
