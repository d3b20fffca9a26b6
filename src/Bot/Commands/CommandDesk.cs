using System.Globalization;
using Bot.Cards;

namespace Bot.Commands;

/// <summary>A chat user as the platform vouched for it by its signature or token.</summary>
/// <param name="VerifiedEmail">Asks the platform for the email it verified; null where it gives none.</param>
public sealed record ChatUser(string Platform, string Id, Func<CancellationToken, Task<string?>> VerifiedEmail);

/// <summary>Where every surface brings a person's words: it finds who asks, runs the command and answers with cards only.</summary>
public sealed class CommandDesk
{
    /// <param name="line">As typed, with or without the slash and the bot's name: <c>/leaderboard last month</c>.</param>
    public Task<CommandReply> AnswerAsync(ChatUser user, string line, Place place, CultureInfo locale, CancellationToken ct) =>
        throw new NotSupportedException();
}
