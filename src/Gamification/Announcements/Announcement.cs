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
);
