using System.Globalization;
using Bot.Cards;
using Bot.Play;
using Bot.Settings;
using Gamification;
using NodaTime;
using Storage;

namespace Bot.Commands;

/// <summary>A chat user as the platform vouched for it by its signature or token.</summary>
/// <param name="VerifiedEmail">Asks the platform for the email it verified; null where it gives none.</param>
public sealed record ChatUser(string Platform, string Id, Func<CancellationToken, Task<string?>> VerifiedEmail);

/// <summary>Where every surface brings a person's words: it finds who asks, runs the command and answers with cards only.</summary>
public sealed partial class CommandDesk(
    CommandTable commands,
    DirectoryReader directory,
    DirectoryDesk desk,
    Organisation organisation,
    OrganisationSettings settings,
    TimeProvider clock,
    ILogger<CommandDesk> log
)
{
    /// <summary>The page's users are people by their own id.</summary>
    private const string PagePlatform = "web";

    /// <param name="line">As typed, with or without the slash and the bot's name: <c>/leaderboard last month</c>.</param>
    public async Task<CommandReply> AnswerAsync(ChatUser user, string line, Place place, CultureInfo locale, CancellationToken ct)
    {
        if (!settings.Enabled)
            return new(SituationCards.Disabled);

        try
        {
            return await AnswerAsync(user, commands.Parse(line), place, locale, clock.Now(), ct);
        }
        catch (Exception away) when (StoreUnavailableException.IsMeantBy(away))
        {
            StoreIsAway(log, away, user.Platform);
            return new(SituationCards.StoreAway);
        }
    }

    private async Task<CommandReply> AnswerAsync(
        ChatUser user,
        CommandLine line,
        Place place,
        CultureInfo locale,
        Instant now,
        CancellationToken ct
    )
    {
        var day = organisation.DayOf(now);
        if (await KnownAsync(user, day, ct) is { } known)
            return await RunAsync(known, line, place, locale, now, ct);

        var email = await user.VerifiedEmail(ct);
        return email is not null && await LinkedAsync(user, email, day, ct) is { } linked
            ? await RunAsync(linked, line, place, locale, now, ct)
            : new(SituationCards.UnknownPerson(user, email));
    }

    private Task<PersonView?> KnownAsync(ChatUser user, LocalDate day, CancellationToken ct) =>
        user.Platform == PagePlatform
            ? directory.FindAsync(new(user.Id), day, ct)
            : directory.FindByIdentityAsync(user.Platform, user.Id, day, ct);

    /// <summary>The person of the verified email, linked for good; null when there is none, or the link is refused.</summary>
    private async Task<PersonView?> LinkedAsync(ChatUser user, string email, LocalDate day, CancellationToken ct)
    {
        if (await directory.FindByEmailAsync(email, day, ct) is not { } person)
            return null;

        var refusal = await desk.LinkAsync(user.Platform, user.Id, person.Id, person.Id.Value, ct);
        return refusal is null ? person : null;
    }

    private async Task<CommandReply> RunAsync(
        PersonView person,
        CommandLine line,
        Place place,
        CultureInfo locale,
        Instant now,
        CancellationToken ct
    ) =>
        person.Active
            ? await commands.RunAsync(new(line.Name, line.Arguments, person, place, locale, now), ct)
            : new(SituationCards.Inactive);

    [LoggerMessage(3001, LogLevel.Warning, "A command on {Platform} found the store away")]
    private static partial void StoreIsAway(ILogger logger, Exception away, string platform);
}
