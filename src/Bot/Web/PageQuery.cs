using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Bot.Web;

/// <summary>What a visitor wants to see, as the address says it; nothing of it is trusted.</summary>
internal sealed record PageQuery(string? Channel, string? Person, CultureInfo Locale)
{
    private static readonly CultureInfo Fallback = CultureInfo.GetCultureInfo("en-GB");

    public static PageQuery Of(HttpRequest request) => new(request.Query["channel"], request.Query["person"], LocaleOf(request));

    /// <summary>The browser's first language that this machine knows.</summary>
    public static CultureInfo LocaleOf(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(Weight)
            .Take(8)
            .Select(language => Known(language.Value.Value))
            .FirstOrDefault(culture => culture is not null)
        ?? Fallback;

    private static double Weight(StringWithQualityHeaderValue language) => language.Quality ?? 1;

    private static CultureInfo? Known(string? name)
    {
        if (name is null or "*")
            return null;

        try
        {
            return CultureInfo.CreateSpecificCulture(name) is { IsNeutralCulture: false } culture && culture.Name.Length > 0
                ? CultureInfo.GetCultureInfo(culture.Name, predefinedOnly: true)
                : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
