using System.Globalization;
using Bot.Cards;
using NodaTime;
using Storage;

namespace Bot.Commands;

/// <summary>One thing a person can ask for, the same on every surface.</summary>
public interface ICommand
{
    /// <summary>Without the slash: <c>leaderboard</c>.</summary>
    string Name { get; }

    /// <summary>The arguments in one line: <c>[week·month] [last]</c>.</summary>
    string Usage { get; }

    /// <summary>What it answers, in the words of the manifests.</summary>
    FormattableString Help { get; }

    Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct);
}

/// <param name="Arguments">Lower-cased words after the name.</param>
/// <param name="Now">The host's clock, read once for the request.</param>
public sealed record CommandRequest(
    string Name,
    IReadOnlyList<string> Arguments,
    PersonView Person,
    Place Place,
    CultureInfo Locale,
    Instant Now
)
{
    /// <summary>The words after the name as they were typed, for what is a name.</summary>
    public IReadOnlyList<string> Typed { get; init; } = Arguments;
}

/// <summary>Where a person asked.</summary>
/// <param name="Platform"><c>slack</c>, <c>teams</c> or <c>web</c>.</param>
/// <param name="Conversation">The channel or chat, as the platform names it.</param>
/// <param name="IsChannel">False in a one-to-one chat.</param>
public sealed record Place(string Platform, string Conversation, bool IsChannel);

/// <summary>What a command answers: a card for the person alone and, when they shared something, one for the channel.</summary>
/// <param name="Opens">The form to open at once where the surface can; elsewhere the card has a button for it. <c>person ana</c>.</param>
public sealed record CommandReply(Card Card, Card? Shared = null, string? Opens = null)
{
    /// <summary>Nothing was done because the database did not answer; asking again later may do it.</summary>
    public bool IsAway { get; init; }

    /// <summary>What the card says of what was shared, for where it could not be.</summary>
    public CardPart? SaysShared { get; init; }
}
