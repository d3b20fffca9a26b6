using System.Globalization;

namespace Benchmarks;

/// <summary>What a run may be told; the defaults are the figures the product is judged by.</summary>
internal sealed record Options(int Rounds, int Seconds, int Reps, int Late, int Many)
{
    public static Options Parse(IReadOnlyList<string> args)
    {
        int Of(string name, int fallback) =>
            args.Index().FirstOrDefault(arg => arg.Item == $"--{name}") is (var at, not null) && at + 1 < args.Count
                ? int.Parse(args[at + 1], CultureInfo.InvariantCulture)
                : fallback;

        return new(Of("rounds", 5), Of("seconds", 10), Of("reps", 10_000), Of("late", 5), Of("many", 1_000_000));
    }
}
