using System.Globalization;

namespace Benchmarks.Load;

internal readonly record struct Answer(int Status, TimeSpan Took);

/// <summary>What one round came to.</summary>
internal sealed record LoadResult(int Count, double PerSecond, double P50, double P99, double Worst, int Refused)
{
    public static LoadResult Of(TimeSpan elapsed, IReadOnlyList<Answer> answers)
    {
        var times = answers.Select(answer => answer.Took.TotalMilliseconds).Order().ToArray();
        return new(
            answers.Count,
            answers.Count / elapsed.TotalSeconds,
            At(times, 0.50),
            At(times, 0.99),
            times.Length == 0 ? 0 : times[^1],
            answers.Count(answer => answer.Status is < 200 or > 299)
        );
    }

    /// <summary>The round in the middle, figure by figure.</summary>
    public static LoadResult Median(IReadOnlyList<LoadResult> rounds)
    {
        double Middle(Func<LoadResult, double> of) => At([.. rounds.Select(of).Order()], 0.50);
        return new(
            (int)Middle(round => round.Count),
            Middle(round => round.PerSecond),
            Middle(round => round.P50),
            Middle(round => round.P99),
            Middle(round => round.Worst),
            rounds.Sum(round => round.Refused)
        );
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{PerSecond, 8:N0}/s   p50 {P50, 6:N1} ms   p99 {P99, 6:N1} ms   worst {Worst, 6:N1} ms   {Count:N0} answers, {Refused:N0} refused"
        );

    private static double At(double[] sorted, double part) =>
        sorted.Length == 0 ? 0 : sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * part)];
}
