using System.Globalization;
using Gamification;

namespace Bot.Texts;

/// <summary>How a person is spoken to: in the language they chose, else as their chat says, else in the organisation's.</summary>
public static class ReaderLocale
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>For who chose nothing and whose chat says nothing: in the organisation's language.</summary>
    public static CultureInfo Unsaid(Organisation organisation) =>
        Language.Named(organisation.Language) is { } language && language != Language.English ? language.ForEveryone : English;

    /// <summary>What the chat says keeps its own numbers and dates where it is a variant of the chosen language: <c>en-US</c> for <c>en</c>.</summary>
    public static CultureInfo Of(string? chosen, CultureInfo chat) =>
        chosen is null || Language.Named(chosen) is not { } language ? chat
        : chat.TwoLetterISOLanguageName == language.ForEveryone.TwoLetterISOLanguageName ? chat
        : language.ForEveryone;
}
