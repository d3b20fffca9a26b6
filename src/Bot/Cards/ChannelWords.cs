using System.Globalization;
using Bot.Channels;
using Bot.Forms;
using Bot.Texts;
using Gamification.Announcements;
using NodaTime;

namespace Bot.Cards;

/// <summary>What is set for a channel, in words a person reads and types.</summary>
public static class ChannelWords
{
    private const string PausedBy = " paused it.";

    /// <summary>What a kind is called where it is switched: <c>badges</c>.</summary>
    public static string Name(PostKinds kind) => kind.ToString().ToLowerInvariant();

    public static string Label(PostKinds kind, ReaderFormat format) =>
        kind switch
        {
            PostKinds.Badges => format.Say($"Badges"),
            PostKinds.Tiers => format.Say($"Tiers reached"),
            PostKinds.Goals => format.Say($"Goals published or edited"),
            PostKinds.Unlocks => format.Say($"Next goals unlocked"),
            PostKinds.Rewards => format.Say($"Team rewards"),
            PostKinds.Boards => format.Say($"Boards"),
            _ => throw new System.Diagnostics.UnreachableException($"No label for {kind}."),
        };

    /// <summary><c>20:00-08:00</c>.</summary>
    public static string Text(QuietHours quiet) => $"{TypedTime.Show(quiet.From)}-{TypedTime.Show(quiet.To)}";

    /// <summary>As they are typed: <c>weekly monday 09:00</c>.</summary>
    public static IReadOnlyList<string> Texts(BoardTimes times)
    {
        var texts = new List<string>();
        if (times.Daily is { } daily)
            texts.Add($"daily {TypedTime.Show(daily)}");
        if (times.Weekly is { } weekly)
            texts.Add($"weekly {weekly.Day.ToString().ToLowerInvariant()} {TypedTime.Show(weekly.At)}");
        if (times.Monthly is { } monthly)
            texts.Add(string.Create(CultureInfo.InvariantCulture, $"monthly {monthly.Day} {TypedTime.Show(monthly.At)}"));
        return texts;
    }

    public static IReadOnlyList<string> Sentences(BoardTimes times, ReaderFormat format)
    {
        var sentences = new List<string>();
        if (times.Daily is { } daily)
            sentences.Add(
                daily < LocalTime.Noon
                    ? format.Say($"Monday to Friday at {TypedTime.Show(daily)}: the working day before")
                    : format.Say($"Monday to Friday at {TypedTime.Show(daily)}: the day")
            );
        if (times.Weekly is { } weekly)
            sentences.Add(
                weekly.IsRunning
                    ? format.Say($"{DayName(weekly.Day, format)} at {TypedTime.Show(weekly.At)}: the running week")
                    : format.Say($"{DayName(weekly.Day, format)} at {TypedTime.Show(weekly.At)}: the ended week")
            );
        if (times.Monthly is { } monthly)
            sentences.Add(
                monthly.IsRunning
                    ? format.Say($"Day {monthly.Day} at {TypedTime.Show(monthly.At)}: the running month")
                    : format.Say($"Day {monthly.Day} at {TypedTime.Show(monthly.At)}: the ended month")
            );
        return sentences;
    }

    /// <summary>Why a channel is paused, as a sentence: what a person wrote, or what became of the channel.</summary>
    public static string Because(string reason, int longest, ReaderFormat format) =>
        ChannelTrouble.In(reason) is { } trouble ? $"{Happened(trouble, format)}."
        : reason.EndsWith(PausedBy, StringComparison.Ordinal)
            ? format.Say($"{CleanText.Of(reason[..^PausedBy.Length], longest)} paused it.")
        : CleanText.Of(reason, longest);

    public static string DayName(IsoDayOfWeek day, ReaderFormat format)
    {
        var name = format.Language.ForEveryone.DateTimeFormat.GetDayName((DayOfWeek)((int)day % 7));
        return $"{char.ToUpper(name[0], format.Culture)}{name[1..]}";
    }

    public static string Budget(ChannelSettings settings, string platform, ReaderFormat format) =>
        settings.BudgetOn(platform) is { } most
            ? format.Count(
                most,
                $"{format.Number(most)} post an hour, the rest in one digest",
                $"{format.Number(most)} posts an hour, the rest in one digest"
            )
            : format.Say($"as many posts as there are");

    public static string LanguageName(Language language) =>
        language.Name switch
        {
            "pt-BR" => "Português (Brasil)",
            "es" => "Español",
            _ => "English",
        };

    /// <summary>As it is stored, in English; <see cref="Because"/> says it to its reader.</summary>
    public static string PausedByPerson(string name) => $"{name}{PausedBy}";

    public static string Happened(ChannelTrouble trouble, ReaderFormat format) =>
        trouble.Code switch
        {
            "archived" => format.Say($"it was archived"),
            "deleted" => format.Say($"it was deleted"),
            _ => format.Say($"Medalist is not in it any more"),
        };
}
