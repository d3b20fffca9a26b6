using System.Globalization;
using Bot.Teams.Wire;
using Bot.Texts;

namespace Bot.Teams.Turns;

/// <summary>How whoever sent an activity reads, as their Teams says.</summary>
internal static class ActivityLanguage
{
    private static readonly CultureInfo Fallback = CultureInfo.GetCultureInfo("en-US");

    extension(Activity activity)
    {
        public CultureInfo Culture => Named(activity.Locale);

        public string Say(FormattableString sentence) => Language.Of(activity.Culture).Say(sentence);
    }

    private static CultureInfo Named(string? name)
    {
        try
        {
            return string.IsNullOrEmpty(name) ? Fallback : CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return Fallback;
        }
    }
}
