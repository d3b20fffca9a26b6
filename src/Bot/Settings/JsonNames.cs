using System.Text.Json;

namespace Bot.Settings;

/// <summary>The values of an enum as they are written in JSON: <c>responseTime</c>.</summary>
internal static class JsonNames
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Names only, exactly as they are written; null for anything else.</summary>
    public static TEnum? Parse<TEnum>(string? text)
        where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
            if (Of(value) == text)
                return value;

        return null;
    }

    /// <summary>All of them, for a remedy.</summary>
    public static string All<TEnum>()
        where TEnum : struct, Enum => string.Join(", ", Enum.GetValues<TEnum>().Select(Of));
}
