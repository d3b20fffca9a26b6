using System.Globalization;
using Bot.Cards;
using Bot.Play;
using Bot.Settings;
using Bot.Texts;
using Gamification;
using NodaTime;
using Storage;

namespace Bot.Commands;

/// <summary>A chat user as the platform vouched for it by its signature or token.</summary>
/// <param name="VerifiedEmail">Asks the platform for the email it verified; null where it gives none.</param>
public sealed record ChatUser(string Platform, string Id, Func<CancellationToken, Task<string?>> VerifiedEmail);

/// <summary>Who a chat user is to the game.</summary>
public abstract record Asker
{
    private Asker() { }

    /// <param name="Now">The host's clock, read once for the request.</param>
    public sealed record Known(PersonView Person, Instant Now) : Asker;

    /// <summary>Nobody the game answers to: what is said instead.</summary>
    public sealed record Unanswered(Card Card) : Asker;
}

/// <summary>Finds the person behind a chat user; a verified email links them for good.</summary>
public sealed class WhoAsks(
    DirectoryReader directory,
    DirectoryDesk desk,
    KnownLanguages languages,
    Organisation organisation,
    OrganisationSettings settings,
    TimeProvider clock
)
{
    /// <summary>The page's users are people by their own id.</summary>
    private const string PagePlatform = "web";

    public async Task<Asker> FindAsync(ChatUser user, CultureInfo locale, CancellationToken ct)
    {
        var format = new ReaderFormat(locale, organisation);
        if (!settings.Enabled)
            return new Asker.Unanswered(SituationCards.Disabled(format));

        var now = clock.Now();
        var day = organisation.DayOf(now);
        if (await KnownAsync(user, day, ct) is { } known)
            return Answered(user, known, now, locale);

        var email = await user.VerifiedEmail(ct);
        return email is not null && await LinkedAsync(user, email, day, ct) is { } linked
            ? Answered(user, linked, now, locale)
            : new Asker.Unanswered(SituationCards.UnknownPerson(user, email, format));
    }

    private Asker Answered(ChatUser user, PersonView person, Instant now, CultureInfo locale)
    {
        languages.Keep(user, person.Language);
        return person.Active
            ? new Asker.Known(person, now)
            : new Asker.Unanswered(SituationCards.Inactive(new(ReaderLocale.Of(person.Language, locale), organisation)));
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
}
