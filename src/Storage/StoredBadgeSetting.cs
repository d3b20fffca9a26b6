using System.Text.Json;
using System.Text.Json.Serialization;
using Gamification.Badges;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <summary>What admins set of badges, in rows; read strictly, because a trigger that got lost would look like a badge without one.</summary>
internal static class StoredBadgeSetting
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static async Task<BadgeSettings> ReadAsync(GameContext db, CancellationToken ct)
    {
        var rows = await db.BadgeSettings.AsNoTracking().ToListAsync(ct);
        return rows.Count == 0
            ? BadgeSettings.None
            : new([.. rows.OrderBy(row => row.Badge, StringComparer.Ordinal).ThenBy(row => row.Version).Select(Read)]);
    }

    public static BadgeSettingRow Row(BadgeSetting setting, Instant at) =>
        new()
        {
            Badge = setting.Badge,
            Version = setting.Version,
            From = setting.From,
            Values = Text(setting),
            At = at,
            Evaluated = setting.IsEvaluated,
        };

    /// <summary>For the audit as well.</summary>
    public static string Text(BadgeSetting setting) =>
        JsonSerializer.Serialize(new Values(setting.Threshold, setting.IsDisabled, setting.FirstSale, setting.Custom), Options);

    private static BadgeSetting Read(BadgeSettingRow row)
    {
        var values = Parse(row);
        return new(row.Badge, row.Version, values.Threshold, values.Disabled)
        {
            FirstSale = values.FirstSale,
            Custom = values.Custom,
            From = row.From,
            IsEvaluated = row.Evaluated,
        };
    }

    private static Values Parse(BadgeSettingRow row)
    {
        try
        {
            var values = JsonSerializer.Deserialize<Values>(row.Values, Options) ?? throw new JsonException("It is null.");
            return IsWhole(values) ? values : throw new JsonException("Measure, threshold and kind do not belong together.");
        }
        catch (JsonException damage)
        {
            throw new FormatException(
                $"The stored version {row.Version} of badge {row.Badge} is damaged: {damage.Message} Restore the row from a backup.",
                damage
            );
        }
    }

    /// <summary>A badge of one's own has a measure with a threshold, or none of what belongs to them.</summary>
    private static bool IsWhole(Values values) =>
        values.Custom switch
        {
            null => true,
            { Measure: null } custom => values is { Threshold: null } && custom is { LoggedKind: null, Per: null },
            var custom => values is { Threshold: not null } && (custom.Measure is BadgeMeasure.Logged) == (custom.LoggedKind is not null),
        };

    private sealed record Values(long? Threshold, bool Disabled, FirstSaleTrigger? FirstSale, CustomBadge? Custom);
}
