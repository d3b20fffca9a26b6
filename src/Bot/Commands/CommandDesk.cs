using System.Diagnostics;
using System.Globalization;
using Bot.Cards;
using Bot.Texts;
using Gamification;
using Storage;

namespace Bot.Commands;

/// <summary>Where every surface brings a person's words: it finds who asks, runs the command and answers with cards only.</summary>
public sealed partial class CommandDesk(
    CommandTable commands,
    WhoAsks who,
    KnownLanguages languages,
    RepeatedRequests repeated,
    Organisation organisation,
    ILogger<CommandDesk> log
)
{
    /// <param name="line">As typed, with or without the slash and the bot's name: <c>/leaderboard last month</c>.</param>
    public async Task<CommandReply> AnswerAsync(ChatUser user, string line, Place place, CultureInfo locale, CancellationToken ct)
    {
        try
        {
            await repeated.CheckAsync(ct);
            return await who.FindAsync(user, locale, ct) switch
            {
                Asker.Known(var person, var now) when commands.Parse(line) is var parsed => Led(
                    parsed,
                    await commands.RunAsync(
                        new(parsed.Name, parsed.Arguments, person, place, ReaderLocale.Of(person.Language, locale), now)
                        {
                            Typed = parsed.Typed,
                        },
                        ct
                    ),
                    new(ReaderLocale.Of(person.Language, locale), organisation)
                ),
                Asker.Unanswered(var card) => new(card),
                var other => throw new UnreachableException($"No answer for {other.GetType().Name}."),
            };
        }
        catch (Exception away) when (StoreUnavailableException.IsMeantBy(away))
        {
            StoreIsAway(log, away, user.Platform);
            return new(SituationCards.StoreAway(Known(user, locale))) { IsAway = true };
        }
        catch (AlreadyDoneException)
        {
            return new(SituationCards.AlreadyDone(Known(user, locale)));
        }
    }

    private ReaderFormat Known(ChatUser user, CultureInfo locale) => new(languages.LocaleOf(user.Platform, user.Id, locale), organisation);

    private static CommandReply Led(CommandLine parsed, CommandReply reply, ReaderFormat format) =>
        parsed.IsOutOfDashboard ? reply with { Card = DashboardWay.AndBack(reply.Card, format) } : reply;

    [LoggerMessage(3001, LogLevel.Warning, "A command on {Platform} found the store away")]
    private static partial void StoreIsAway(ILogger logger, Exception away, string platform);
}
