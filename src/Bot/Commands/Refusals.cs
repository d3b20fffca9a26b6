using Bot.Cards;
using Bot.Forms;
using Gamification;
using NodaTime;
using Storage;

namespace Bot.Commands;

/// <summary>A polite no that names the right, in the language of who asks, and its audit row, in English.</summary>
public sealed class Refusals(PlayStore store, Organisation organisation)
{
    private const string Refused = "right.refused";

    /// <param name="only">The sentence of who may: "Only {who} can see the inbox."</param>
    /// <param name="about">What was asked for, as the audit names it.</param>
    public Task<Card> RefuseAsync(
        CommandRequest request,
        Func<string, FormattableString> only,
        FormattableString who,
        string about,
        CancellationToken ct
    ) => RefuseAsync(request.Person, request.Now, only, who, about, new(request.Locale, organisation), ct);

    public Task<Card> RefuseAsync(
        FormRequest request,
        Func<string, FormattableString> only,
        FormattableString who,
        string about,
        CancellationToken ct
    ) => RefuseAsync(request.Person, request.Now, only, who, about, new(request.Locale, organisation), ct);

    public async Task<Card> RefuseAsync(
        PersonView person,
        Instant now,
        Func<string, FormattableString> only,
        FormattableString who,
        string about,
        ReaderFormat format,
        CancellationToken ct
    )
    {
        var reason = FormattableString.Invariant(only(FormattableString.Invariant(who)));
        await using var write = await store.BeginAsync(now, ct);
        await write.AuditAsync(new(now, person.Id.Value, Refused, about, Before: null, After: null, reason), ct);
        await write.CommitAsync(ct);
        return SituationCards.Refused(only, who, format);
    }

    /// <summary>Where the audit has its row already.</summary>
    public Card Told(FormRequest request, Func<string, FormattableString> only, FormattableString who) =>
        SituationCards.Refused(only, who, new(request.Locale, organisation));
}
