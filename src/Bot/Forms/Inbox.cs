using Bot.Cards;
using Gamification;
using Gamification.Activities;
using NodaTime;
using Storage;

namespace Bot.Forms;

/// <summary>What waits for a word of a manager: facts of their people and of owners nobody knows; for an admin everything.</summary>
public sealed class Inbox(QuarantineReader quarantine, DirectoryReader directory, Organisation organisation)
{
    /// <summary>In business order.</summary>
    public async Task<IReadOnlyList<WaitingFact>> OfAsync(PersonView reader, Instant now, CancellationToken ct)
    {
        var waiting = await quarantine.ListAsync(ct);
        if (PeopleRights.IsAdmin(reader))
            return waiting;

        var people = (await directory.PeopleAsync(organisation.DayOf(now), ct)).Where(person => PeopleRights.MayEdit(reader, person));
        var own = people.Select(person => person.Id).ToHashSet();
        return [.. waiting.Where(fact => fact.Person is { } person ? own.Contains(person) : fact.Reason == FactReasons.UnknownOwner)];
    }

    public async Task<Card> ComposeAsync(
        PersonView reader,
        PageWords page,
        string? note,
        ReaderFormat format,
        Instant now,
        CancellationToken ct
    ) => InboxCard.Compose(await OfAsync(reader, now, ct), page, note, format);
}
