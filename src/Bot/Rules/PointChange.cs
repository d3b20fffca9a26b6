using Gamification.Points;

namespace Bot.Rules;

/// <summary>A value that cannot be: which one, why, and what to do.</summary>
public sealed record WrongPoint(string Name, FormattableString Reason, FormattableString Remedy);

/// <summary>Some numbers of the point rules, by their names; what is not named stays as it is.</summary>
public sealed record PointChange(IReadOnlyDictionary<string, int> Values)
{
    public PointRules ApplyTo(PointRules rules) =>
        PointSettings.All.Aggregate(
            rules,
            (changed, setting) => Values.TryGetValue(setting.Name, out var value) ? setting.With(changed, value) : changed
        );

    /// <summary>The first value out of its range.</summary>
    public WrongPoint? OutOfRange =>
        PointSettings
            .All.Where(setting => Values.TryGetValue(setting.Name, out var value) && (value < setting.Least || value > setting.Most))
            .Select(setting => new WrongPoint(
                setting.Name,
                $"{setting.Name} is a whole number from {setting.Least} to {setting.Most}; this is {Values[setting.Name]}.",
                $"Send a number within the range."
            ))
            .FirstOrDefault();

    /// <summary>What does not go together in the rules that would come of it.</summary>
    public WrongPoint? ContradictionIn(PointRules rules)
    {
        if (rules.FastReplyWithin <= rules.ReplyWithin)
            return null;

        var name = Values.ContainsKey(PointSettings.FastReplyMinutes) ? PointSettings.FastReplyMinutes : PointSettings.ReplyMinutes;
        var (fast, normal) = (PointSettings.MinutesOf(rules.FastReplyWithin), PointSettings.MinutesOf(rules.ReplyWithin));
        return new(
            name,
            $"A fast answer takes at most as long as one in time: {fast} is more than {normal} minutes.",
            $"Lower fastReplyMinutes or raise replyMinutes, or send both."
        );
    }
}
