using System.Globalization;
using Gamification.Points;

namespace Bot.Rules;

/// <summary>Section <c>Points</c>: the first values of the point rules. Once they are stored, what is stored wins.</summary>
/// <param name="Given">Only what the settings name.</param>
public sealed record PointConfiguration(PointChange Given)
{
    public static PointConfiguration Nothing { get; } = new(new PointChange(new Dictionary<string, int>()));

    public PointRules First => Given.ApplyTo(PointRules.Default);

    /// <summary>The settings that say something else, as they are written.</summary>
    public IReadOnlyList<string> DifferingFrom(PointRules rules) =>
        [
            .. PointSettings
                .All.Where(setting => Given.Values.TryGetValue(setting.Name, out var value) && value != setting.Of(rules))
                .Select(setting => string.Create(CultureInfo.InvariantCulture, $"{KeyOf(setting)}={Given.Values[setting.Name]}")),
        ];

    public static string KeyOf(PointSetting setting) => $"Points__{SectionKeyOf(setting)}";

    public static string SectionKeyOf(PointSetting setting) => char.ToUpperInvariant(setting.Name[0]) + setting.Name[1..];
}
