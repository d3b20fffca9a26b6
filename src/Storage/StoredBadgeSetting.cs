using System.Text.Json;
using System.Text.Json.Serialization;
using Gamification.Badges;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage;

/// <summary>What admins set of badges, in rows.</summary>
internal static class StoredBadgeSetting
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
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
        var values = JsonSerializer.Deserialize<Values>(row.Values, Options)!;
        return new(row.Badge, row.Version, values.Threshold, values.Disabled)
        {
            FirstSale = values.FirstSale,
            Custom = values.Custom,
            From = row.From,
            IsEvaluated = row.Evaluated,
        };
    }

    private sealed record Values(long? Threshold, bool Disabled, FirstSaleTrigger? FirstSale, CustomBadge? Custom);
}
