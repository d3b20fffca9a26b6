using System.Globalization;
using Bot.Cards;
using Bot.Forms;
using Bot.Texts;
using Gamification.Announcements;
using NodaTime;

namespace Bot.Commands;

/// <summary>What somebody typed about a channel as a change of its settings; or what is wrong with it and what to type.</summary>
public static class ChannelEdit
{
    private static readonly string[] NoWords = ["off", "none", "no", "never", "unlimited", "0"];
    private static readonly string[] UsualWords = ["default", "usual", "auto"];

    /// <summary>Whether these words are about a setting and not the name of a team.</summary>
    public static bool IsOne(string word) => word is "quiet" or "budget" or "kinds" or "kind" or "board" or "boards" or "language";

    /// <param name="words">Lower-case, from the setting on: <c>quiet 20:00-08:00</c>.</param>
    public static (Func<ChannelSettings, ChannelSettings>? Change, string? Problem) Parse(IReadOnlyList<string> words, ReaderFormat format)
    {
        IReadOnlyList<string> rest = [.. words.Skip(1)];
        var change = words[0] switch
        {
            "quiet" => Quiet(rest),
            "budget" => Budget(rest),
            "kinds" or "kind" => Kinds(rest),
            "board" or "boards" => Boards(rest),
            _ => LanguageOf(rest),
        };
        return change is null ? (null, Remedy(words[0], format)) : (change, null);
    }

    private static string Remedy(string setting, ReaderFormat format) =>
        setting switch
        {
            "quiet" => format.Say($"Type two different times such as “quiet 20:00-08:00”, or “quiet off”."),
            "budget" => format.Say(
                $"Type a number from 1 to {ChannelSettings.MostBudget} such as “budget 4”, or “budget off”, or “budget default”."
            ),
            "kinds" or "kind" => format.Say(
                $"Type a kind and on or off, such as “kinds badges off”. Kinds are {string.Join(", ", PostKind.All.Select(ChannelWords.Name))}, or all."
            ),
            "board" or "boards" => format.Say(
                $"Type “board daily 18:00”, “board weekly friday 16:00”, “board monthly 1 9:00” (day 1 to {MonthlyTime.LastDay}), or “board weekly off”."
            ),
            _ => format.Say($"Type “language en”, “language pt-BR”, “language es”, or “language auto” for the company’s."),
        };

    /// <summary>Also what the API takes as text.</summary>
    public static QuietHours? QuietOf(string text) =>
        text.Split(['-', '–', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var from, var to]
        && TypedTime.Parse(from) is { } start
        && TypedTime.Parse(to) is { } end
        && start != end
            ? new(start, end)
            : null;

    private static Func<ChannelSettings, ChannelSettings>? Quiet(IReadOnlyList<string> words)
    {
        if (words is [var word] && NoWords.Contains(word, StringComparer.Ordinal))
            return settings => settings with { Quiet = null };

        return QuietOf(string.Join(' ', words.Where(word => word is not ("from" or "to" or "until")))) is { } quiet
            ? settings => settings with { Quiet = quiet }
            : null;
    }

    private static Func<ChannelSettings, ChannelSettings>? Budget(IReadOnlyList<string> words) =>
        words switch
        {
            [var word] when NoWords.Contains(word, StringComparer.Ordinal) => settings =>
                settings with
                {
                    Budget = ChannelSettings.NoBudget,
                },
            [var word] when UsualWords.Contains(word, StringComparer.Ordinal) => settings => settings with { Budget = null },
            [var word, ..]
                when int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var posts)
                    && posts is > 0 and <= ChannelSettings.MostBudget => settings => settings with { Budget = posts },
            _ => null,
        };

    private static Func<ChannelSettings, ChannelSettings>? Kinds(IReadOnlyList<string> words)
    {
        var isOn = words.Contains("on", StringComparer.Ordinal);
        var named = words.Where(word => word is not ("on" or "off")).Select(KindOf).ToList();
        if (isOn == words.Contains("off", StringComparer.Ordinal) || named.Count == 0 || named.Contains(PostKinds.None))
            return null;

        var kinds = named.Aggregate((one, other) => one | other);
        return settings => settings with { Off = isOn ? settings.Off & ~kinds : settings.Off | kinds };
    }

    /// <summary>In the singular too; none for what is no kind.</summary>
    public static PostKinds KindOf(string word) =>
        word == "all"
            ? PostKind.All.Aggregate((one, other) => one | other)
            : PostKind.All.FirstOrDefault(kind => ChannelWords.Name(kind).TrimEnd('s') == word.TrimEnd('s'));

    private static Func<ChannelSettings, ChannelSettings>? Boards(IReadOnlyList<string> words)
    {
        if (words is [var all] && NoWords.Contains(all, StringComparer.Ordinal))
            return settings => settings with { Boards = BoardTimes.Never };
        if (words is [var usual] && UsualWords.Contains(usual, StringComparer.Ordinal))
            return settings => settings with { Boards = BoardTimes.Default };

        return BoardOf(words) is { } change ? settings => settings with { Boards = change(settings.Boards) } : null;
    }

    /// <summary>Also what the API takes as text: <c>weekly monday 09:00</c>.</summary>
    public static Func<BoardTimes, BoardTimes>? BoardOf(IReadOnlyList<string> words) =>
        words switch
        {
            ["daily" or "day", var off] when NoWords.Contains(off, StringComparer.Ordinal) => times => times with { Daily = null },
            ["weekly" or "week", var off] when NoWords.Contains(off, StringComparer.Ordinal) => times => times with { Weekly = null },
            ["monthly" or "month", var off] when NoWords.Contains(off, StringComparer.Ordinal) => times => times with { Monthly = null },
            ["daily" or "day", var at] when TypedTime.Parse(at) is { } time => times => times with { Daily = time },
            ["weekly" or "week", var day, var at] when DayOf(day) is { } weekday && TypedTime.Parse(at) is { } time => times =>
                times with
                {
                    Weekly = new(weekday, time),
                },
            ["monthly" or "month", var day, var at]
                when int.TryParse(day.TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number is > 0 and <= MonthlyTime.LastDay
                    && TypedTime.Parse(at) is { } time => times => times with { Monthly = new(number, time) },
            _ => null,
        };

    /// <summary>In any language the product speaks, at least its first three letters.</summary>
    private static IsoDayOfWeek? DayOf(string word)
    {
        if (word.Length < 3)
            return null;

        foreach (var language in Language.All)
            for (var day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
                if (
                    language
                        .ForEveryone.DateTimeFormat.GetDayName((DayOfWeek)((int)day % 7))
                        .StartsWith(word, ignoreCase: true, language.ForEveryone)
                )
                    return day;

        return null;
    }

    private static Func<ChannelSettings, ChannelSettings>? LanguageOf(IReadOnlyList<string> words) =>
        words switch
        {
            [var word] when UsualWords.Contains(word, StringComparer.Ordinal) => settings => settings with { Language = null },
            [var word] when Language.Named(word) is { } language => settings => settings with { Language = language.Name },
            _ => null,
        };
}
