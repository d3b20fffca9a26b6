using System.Globalization;

namespace Bot.Texts;

/// <summary>How a person is spoken to: in the language they chose, else as their chat says.</summary>
public static class ReaderLocale
{
    /// <summary>What the chat says keeps its own numbers and dates where it is a variant of the chosen language: <c>en-US</c> for <c>en</c>.</summary>
    public static CultureInfo Of(string? chosen, CultureInfo chat) =>
        chosen is null || Language.Named(chosen) is not { } language ? chat
        : chat.TwoLetterISOLanguageName == language.ForEveryone.TwoLetterISOLanguageName ? chat
        : language.ForEveryone;
}
