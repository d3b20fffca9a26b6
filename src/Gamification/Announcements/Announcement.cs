using System.Globalization;
using Gamification.Activities;

namespace Gamification.Announcements;

/// <summary>Where a message goes.</summary>
public abstract record Recipient
{
    private Recipient() { }

    public sealed record Channel(ChannelId Id) : Recipient;

    public sealed record Person(PersonId Id) : Recipient;

    /// <summary>The stored form: <c>channel:slack:C01</c> or <c>person:p1</c>.</summary>
    public string Key =>
        this switch
        {
            Channel(var id) => $"channel:{id}",
            Person(var id) => $"person:{id}",
            _ => throw new System.Diagnostics.UnreachableException($"No key for {GetType().Name}."),
        };

    public static Recipient Parse(string key) =>
        key.Split(':', 2) switch
        {
            ["channel", var id] => new Channel(new(id)),
            ["person", var id] => new Person(new(id)),
            _ => throw new FormatException($"'{key}' is no recipient."),
        };
}

/// <summary>
/// Something to be told once: unique by <paramref name="About"/> and <paramref name="To"/>. It holds ids and figures, never names,
/// so that erasing a person leaves nothing behind. All announcements with one <paramref name="Post"/> go out as one message.
/// </summary>
/// <param name="Kind">Dotted, for example <c>badge.unlocked</c>, <c>board.provisional</c>.</param>
/// <param name="About">What it is about, for example <c>badge:first-sale:p1</c> or <c>board:team:emea:2026-W47:final</c>.</param>
/// <param name="Post">What it goes out with: the same for everything one activity causes.</param>
/// <param name="Position">Where its cause stands, for the order inside a message.</param>
/// <param name="Data">Figures and ids the card is composed from.</param>
public sealed record Announcement(
    string Kind,
    string About,
    Recipient To,
    string Post,
    Position? Position,
    IReadOnlyDictionary<string, string> Data
)
{
    private const string Time = "again";

    /// <summary>The same once more because somebody wants it: the first time, the second …, each with a key of its own.</summary>
    public Announcement Again(int time)
    {
        var about = $"{About}{Suffix(time)}";
        return this with
        {
            About = about,
            Post = about,
            Data = new Dictionary<string, string>(Data, StringComparer.Ordinal) { [Time] = time.ToString(CultureInfo.InvariantCulture) },
        };
    }

    /// <summary>Which repetition something is; 0 for what was told first.</summary>
    public static int TimeOf(IReadOnlyDictionary<string, string> data) =>
        data.TryGetValue(Time, out var time) ? int.Parse(time, CultureInfo.InvariantCulture) : 0;

    /// <summary>The key of what was told first, of a repetition or of itself.</summary>
    public static string FirstOf(string about, IReadOnlyDictionary<string, string> data) =>
        TimeOf(data) is > 0 and var time ? about[..^Suffix(time).Length] : about;

    private static string Suffix(int time) => $":{Time}:{time.ToString(CultureInfo.InvariantCulture)}";
}
