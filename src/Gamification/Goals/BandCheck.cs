using Gamification.Rewards;

namespace Gamification.Goals;

/// <summary>Bands of attainment: from 100 % on, one after the other without a gap, the last open only where that is wanted.</summary>
/// <param name="mayBeOpen">There is a cap, or it is said that there is none.</param>
internal sealed class BandCheck(AcceleratorKind kind, bool mayBeOpen, PlanFaults faults)
{
    private const int MostBands = 20;
    private const decimal Least = 100;
    private const decimal MostPercent = 10_000;
    private const decimal MostRate = 1_000_000;
    private const decimal MostFactor = 100;
    private const decimal FourDecimals = 10_000;

    private bool IsFactor => kind is AcceleratorKind.Multiplier;

    /// <summary>The rate that changes nothing.</summary>
    private decimal Nothing => IsFactor ? 1 : 0;

    /// <param name="field">The path of the list.</param>
    public IReadOnlyList<Band> Of(IReadOnlyList<BandWish> wishes, string field)
    {
        faults.AddWhen(
            wishes.Count is 0 or > MostBands,
            field,
            $"There are 1 to {MostBands} bands.",
            $"Write each with from, to and rate."
        );
        List<BandWish> some = [.. wishes.Take(MostBands)];
        List<Band> bands = [.. some.Select((wish, i) => Read(wish, isLast: i == some.Count - 1, $"{field}[{i}]"))];
        for (var i = 1; i < bands.Count; i++)
            CheckNext(bands[i - 1], bands[i], $"{field}[{i}]");

        faults.AddWhen(
            bands.Count > 0 && bands.TrueForAll(band => band.Rate == Nothing),
            field,
            $"These bands pay nothing.",
            $"Give one of them a rate of more than {Nothing}."
        );
        return bands;
    }

    private Band Read(BandWish wish, bool isLast, string field)
    {
        var from = faults.Percent($"{field}.from", $"A band's start", wish.From, Least, MostPercent);
        var to = wish.To is null ? null : faults.Percent($"{field}.to", $"A band's end", wish.To, Least, MostPercent);
        faults.AddWhen(from >= to, $"{field}.to", $"A band ends above its start.", $"Raise its end, or lower its start.");
        faults.AddWhen(wish.To is null && !isLast, $"{field}.to", $"Only the last band may be open.", $"Write where it ends.");
        faults.AddWhen(
            wish.To is null && isLast && !mayBeOpen,
            $"{field}.to",
            $"The last band has no end, and there is no cap.",
            $"Write where it ends, set a cap, or say noCap."
        );
        return new(from ?? 0, to, RateOf(wish.Rate, $"{field}.rate"));
    }

    private decimal RateOf(decimal? typed, string field)
    {
        var (least, most) = IsFactor ? (1, MostFactor) : (0, MostRate);
        if (typed is { } rate && rate >= least && rate <= most && decimal.IsInteger(rate * FourDecimals))
            return rate;

        faults.Add(
            field,
            typed is null ? (FormattableString)$"The rate is missing."
                : typed < least ? (FormattableString)$"A rate is at least {least:#,0.####}."
                : typed > most ? (FormattableString)$"A rate is at most {most:#,0.####}."
                : $"A rate has at most four decimals.",
            IsFactor ? (FormattableString)$"Write a factor, for example {1.5}." : $"Write a number, for example {10} or {1.2}."
        );
        return Nothing;
    }

    private void CheckNext(Band below, Band band, string field)
    {
        faults.AddWhen(
            below.To is { } end && band.From > 0 && end != band.From,
            $"{field}.from",
            $"A band starts where the one before it ends.",
            $"Start it at {(below.To ?? 0) / 100m:#,0.####} %."
        );
        faults.AddWhen(
            kind is AcceleratorKind.Retroactive && band.Rate < below.Rate,
            $"{field}.rate",
            $"The rate falls where all is paid at the rate that was reached: selling more would pay less.",
            $"Raise it, or choose the kind marginal, where a later band may pay less."
        );
    }
}
