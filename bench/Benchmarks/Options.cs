using System.Globalization;

namespace Benchmarks;

/// <summary>What a run may be told; the defaults are the figures the product is judged by.</summary>
/// <param name="Reps">Null for as many as the benchmark has by itself.</param>
/// <param name="Bot">The host to start; a published one instead of the build beside the benchmarks.</param>
/// <param name="Company">A database file to work on, made where it is not there and kept.</param>
/// <param name="Beside">Another company that was kept, measured in turn with it instead of the bare limit: rates of one machine at two times compare badly.</param>
internal sealed record Options(int Rounds, int Seconds, int? Reps, int Late, int Many, string? Bot, string? Company, string? Beside)
{
    public static Options Parse(IReadOnlyList<string> args)
    {
        string? Text(string name) =>
            args.Index().FirstOrDefault(arg => arg.Item == $"--{name}") is (var at, not null) && at + 1 < args.Count ? args[at + 1] : null;

        int? Number(string name) => Text(name) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : null;
        int Of(string name, int fallback) => Number(name) ?? fallback;

        return new(
            Of("rounds", 5),
            Of("seconds", 10),
            Number("reps"),
            Of("late", 5),
            Of("many", 1_000_000),
            Text("bot"),
            Text("company"),
            Text("beside")
        );
    }
}
