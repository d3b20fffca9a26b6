using Gamification;
using Gamification.Announcements;
using Gamification.People;
using NodaTime;

namespace Storage;

/// <summary>Full, top three and me, the neighbours, or percent of the own target.</summary>
public enum BoardMode
{
    TopThree,
    Full,
    Neighbours,
    Target,
}

/// <summary>A team as the admin gives it.</summary>
public sealed record TeamRecord(
    TeamId Id,
    string Name,
    IReadOnlyList<PersonId> Managers,
    IReadOnlyList<(string Platform, string Conversation)> Channels,
    BoardMode BoardMode,
    bool ShareBadgeProgress = false
)
{
    /// <summary>How people are called in a channel; one that is missing here keeps what it has.</summary>
    public IReadOnlyDictionary<(string Platform, string Conversation), ChannelMention> Mentions { get; init; } =
        new Dictionary<(string, string), ChannelMention>();
}

/// <summary>How a channel's posts call the person they are about.</summary>
public enum ChannelMention
{
    /// <summary>By name only, which notifies nobody.</summary>
    Name,

    /// <summary>By a real mention of that one person.</summary>
    Person,
}

/// <summary>A CRM owner id or email of a connection, or a chat user: source is the connection's name, <c>slack</c> or <c>teams</c>.</summary>
public sealed record Identity(string Source, string ExternalId);

/// <summary>A person as the admin gives it.</summary>
/// <param name="Calendar">Null keeps the organisation's default.</param>
public sealed record PersonRecord(
    PersonId Id,
    string Name,
    string Email,
    Role Role,
    bool Active,
    bool Ranked,
    string? Alias,
    Publicity Publicity,
    IReadOnlyList<Membership> Memberships,
    IReadOnlyList<Identity> Identities,
    WorkingCalendar? Calendar
)
{
    /// <summary>Whether days, working time and teams are the same, so that nothing stored has to be derived again.</summary>
    public bool WorksLike(PersonRecord other) =>
        Memberships.SequenceEqual(other.Memberships)
        && (Calendar is null ? other.Calendar is null : other.Calendar is { } theirs && Calendar.IsSameAs(theirs));
}

/// <summary>A person as cards and rights need it.</summary>
/// <param name="Team">The team on the given day; null without one.</param>
/// <param name="Manages">Teams that name this person as manager.</param>
public sealed record PersonView(
    PersonId Id,
    string Name,
    string Email,
    Role Role,
    bool Active,
    bool Ranked,
    string? Alias,
    Publicity Publicity,
    TeamView? Team,
    IReadOnlyList<TeamId> Manages
)
{
    /// <summary>Whether the person wants to hear that a badge is near, or a goal half way.</summary>
    public bool Hints { get; init; }

    /// <summary>What the person does not want to be told.</summary>
    public NoticeKinds Muted { get; init; }

    /// <summary>What the person wants to be spoken to in; null for what their chat says.</summary>
    public string? Language { get; init; }
}

/// <param name="ShareBadgeProgress">Whether members see how far their teammates are towards locked badges.</param>
public sealed record TeamView(TeamId Id, string Name, BoardMode BoardMode, bool ShareBadgeProgress = false);
