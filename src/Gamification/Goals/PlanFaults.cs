namespace Gamification.Goals;

/// <summary>
/// Collects what is wrong with a wish while it is read: a value that is wrong is told at its field, and reading goes on, so that all
/// faults are told at once.
/// </summary>
internal sealed class PlanFaults
{
    private const int Hundredths = 100;

    private readonly List<GoalFault> all = [];

    public IReadOnlyList<GoalFault> All => all;

    public void Add(string field, FormattableString message, FormattableString remedy) => all.Add(new(field, message, remedy));

    /// <summary>For what another field makes meaningless.</summary>
    public void AddWhen(bool isWrong, string field, FormattableString message, FormattableString remedy)
    {
        if (isWrong)
            Add(field, message, remedy);
    }

    /// <summary>What has to be chosen.</summary>
    /// <param name="name">What it is called in a sentence: <c>The metric</c>.</param>
    public T? Chosen<T>(string field, FormattableString name, T? typed, FormattableString remedy)
        where T : struct
    {
        AddWhen(typed is null, field, $"{name} is missing.", remedy);
        return typed;
    }

    /// <summary>Visible text, without blanks around it. Empty where it is wrong.</summary>
    public string Text(string field, FormattableString name, string? typed, int most)
    {
        var text = typed?.Trim() ?? "";
        AddWhen(
            text.Length == 0 || text.Length > most || text.Any(char.IsControl),
            field,
            $"{name} has 1 to {most} visible characters.",
            $"Write a short one on a single line."
        );
        return text;
    }

    /// <summary>An amount of a metric, in kept units; 0 where it is wrong.</summary>
    /// <param name="most">As it is kept.</param>
    public long Amount(string field, FormattableString name, decimal? typed, GoalType type, long most, Organisation organisation)
    {
        if (typed is not { } amount)
        {
            Add(field, $"{name} is missing.", TypedAmount.Example(type, organisation));
            return 0;
        }

        var (kept, fault) = TypedAmount.Of(field, name, amount, type, most, organisation);
        if (fault is not null)
            all.Add(fault);

        return kept;
    }

    /// <summary>A whole number from 1 on; 0 where it is wrong.</summary>
    public long Whole(string field, FormattableString name, decimal? typed, long most)
    {
        if (typed is { } number && number >= 1 && number <= most && decimal.IsInteger(number))
            return (long)number;

        Add(
            field,
            typed is null ? (FormattableString)$"{name} is missing."
                : typed < 1 ? (FormattableString)$"{name} must be more than 0."
                : typed > most ? (FormattableString)$"{name} is at most {most:#,0}."
                : $"{name} must be a whole number.",
            $"Write a whole number from 1 to {most:#,0}."
        );
        return 0;
    }

    /// <summary>Percent with at most two decimals, as hundredths of a percent; null where it is wrong.</summary>
    /// <param name="least">In percent, itself allowed.</param>
    public long? Percent(string field, FormattableString name, decimal? typed, decimal least, decimal most)
    {
        if (typed is { } percent && percent >= least && percent <= most && decimal.IsInteger(percent * Hundredths))
            return (long)(percent * Hundredths);

        Add(
            field,
            typed is null ? (FormattableString)$"{name} is missing."
                : typed < least ? (FormattableString)$"{name} is at least {least:#,0.####} %."
                : typed > most ? (FormattableString)$"{name} is at most {most:#,0.####} %."
                : $"{name} has at most two decimals.",
            $"Write a percentage from {least:#,0.####} to {most:#,0.####}, for example {110} or {112.5}."
        );
        return null;
    }
}
