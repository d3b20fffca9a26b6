using System.Globalization;
using Bot.Teams.Wire;

namespace Bot.Teams.Turns;

/// <summary>How whoever sent an activity reads, as their Teams says.</summary>
internal static class ActivityLanguage
{
    extension(Activity activity)
    {
        /// <summary>Null where Teams says none.</summary>
        public CultureInfo? Culture => Named(activity.Locale);
    }

    public static CultureInfo? Named(string? name)
    {
        try
        {
            return string.IsNullOrEmpty(name) ? null : CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
