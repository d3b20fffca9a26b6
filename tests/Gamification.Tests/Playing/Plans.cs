using System.Globalization;
using CsCheck;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;

namespace Gamification.Tests.Playing;

/// <summary>Plans that are right, of every kind.</summary>
internal static class Plans
{
    public static PlanContext Context { get; } =
        new(
            Company.Organisation,
            new HashSet<PersonId> { new("ann"), new("bob") },
            new HashSet<TeamId> { new("north") },
            new HashSet<string> { "hero" }
        );

    /// <summary>30,000 a month for Ann.</summary>
    public static PlanWish Revenue { get; } = new("Revenue", SubjectKind.Person, "ann", Metric.Revenue, 30_000, new(PeriodKind.Month));

    public static PlanWish Team { get; } = Revenue with { Subject = SubjectKind.Team, SubjectId = "north" };

    public static PlanWish Members { get; } = Revenue with { Subject = SubjectKind.Members, SubjectId = "north" };

    /// <summary>A median of 30 minutes.</summary>
    public static PlanWish Replies { get; } = Revenue with { Metric = Metric.ResponseTime, Target = 30 };

    public static AcceleratorWish Marginal { get; } =
        new(AcceleratorKind.Marginal, AcceleratorUnit.Coins, [new(100, 110, 10), new(110, 130, 20)]);

    public static PlanTerms Terms(PlanWish wish) => Assert.IsType<PlanChecked.Valid>(PlanCheck.Of(wish, Context)).Terms;

    /// <param name="field">Null: it is found right.</param>
    public static void Refused(PlanWish wish, string? field) => Assert.Equal(field is null ? [] : [field], FieldsOf(wish));

    /// <summary>Those with a fault; each is told in sentences.</summary>
    public static IEnumerable<string> FieldsOf(PlanWish wish)
    {
        var faults = PlanCheck.Of(wish, Context) is PlanChecked.Invalid(var all) ? all : [];
        Assert.All(
            faults,
            fault => Assert.All([fault.Message, fault.Remedy], text => Assert.EndsWith(".", $"{text}", StringComparison.Ordinal))
        );
        return faults.Select(fault => fault.Field);
    }

    public static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    public static decimal? Maybe(string? text) => text is null ? null : Number(text);

    /// <summary>All but multipliers; rates fall only where the part below keeps its own.</summary>
    public static Gen<Accelerator> Accelerators { get; } =
        Gen.OneOf(
            Gen.Select(Bands(rising: false), Cap)
                .Select(Accelerator (bands, cap) => new Accelerator.Marginal(AcceleratorUnit.Coins, bands, cap, null)),
            Gen.Select(Bands(rising: true), Cap, Gen.Long[1, 100_000])
                .Select(Accelerator (bands, cap, per) => new Accelerator.Retroactive(AcceleratorUnit.Coins, per, bands, cap, null)),
            Gen.Select(Gen.Long[100_00, 200_00], Gen.Long[1, 50_00], Gen.Long[1, 1_000], Gen.Int[1, 20].Nullable(), Cap)
                .Select(
                    Accelerator (from, size, amount, most, cap) =>
                        new Accelerator.Step(AcceleratorUnit.Coins, from, size, amount, most, cap, null)
                )
        );

    /// <summary>Of every kind but steps; some of them wrong.</summary>
    public static Gen<AcceleratorWish> AcceleratorWishes { get; } =
        Gen.Select(
                Gen.Bool.Select(isWhole => isWhole ? AcceleratorKind.Retroactive : AcceleratorKind.Marginal),
                Gen.Select(Gen.Int[1, 40], Gen.Int[0, 30]).Array[1, 4],
                Gen.Int[1, 1_000],
                Gen.Bool
            )
            .Select(
                (kind, bands, per, isOpen) =>
                {
                    var from = 100m;
                    var list = new List<BandWish>();
                    foreach (var (size, rate) in bands)
                        list.Add(new(from, from += size, rate / 10m));
                    if (isOpen)
                        list[^1] = list[^1] with { To = null };

                    return new AcceleratorWish(
                        kind,
                        AcceleratorUnit.Coins,
                        list,
                        Per: kind is AcceleratorKind.Retroactive ? per : null,
                        NoCap: isOpen
                    );
                }
            );

    private static Gen<long?> Cap => Gen.Long[1, 100_000].Nullable();

    private static Gen<IReadOnlyList<Band>> Bands(bool rising) =>
        Gen.Select(Gen.Long[100_00, 150_00], Gen.Select(Gen.Long[1, 40_00], Gen.Int[0, 500_000]).Array[1, 6], Gen.Bool)
            .Select(
                (first, bands, isOpen) =>
                {
                    var rates = bands.Select(band => band.Item2 / 10_000m);
                    var from = first;
                    var list = new List<Band>();
                    foreach (var (rate, size) in (rising ? rates.Order() : rates).Zip(bands.Select(band => band.Item1)))
                    {
                        list.Add(new(from, from + size, rate));
                        from += size;
                    }

                    if (isOpen)
                        list[^1] = list[^1] with { To = null };

                    return (IReadOnlyList<Band>)list;
                }
            );
}
