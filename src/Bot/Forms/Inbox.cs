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
    public async Task<IReadOnlyList<WaitingFact>> OfAsync(PersonView reader, Instant now, CancellationToken ct) =>
        await OwnAsync(await quarantine.ListAsync(ct), reader, now, ct);

    /// <summary>What came after the close and counts nowhere, because the company rejects it. In business order.</summary>
    public async Task<IReadOnlyList<WaitingFact>> RejectedOfAsync(PersonView reader, Instant now, CancellationToken ct) =>
        await OwnAsync(await quarantine.RejectedAsync(ct), reader, now, ct);

    private async Task<IReadOnlyList<WaitingFact>> OwnAsync(
        IReadOnlyList<WaitingFact> facts,
        PersonView reader,
        Instant now,
        CancellationToken ct
    )
    {
        if (PeopleRights.IsAdmin(reader))
            return facts;

        var people = (await directory.PeopleAsync(organisation.DayOf(now), ct)).Where(person => PeopleRights.MayEdit(reader, person));
        var own = people.Select(person => person.Id).ToHashSet();
        return [.. facts.Where(fact => fact.Person is { } person ? own.Contains(person) : fact.Reason == FactReasons.UnknownOwner)];
    }

    public async Task<Card> ComposeAsync(
        PersonView reader,
        PageWords page,
        string? note,
        ReaderFormat format,
        Instant now,
        CancellationToken ct
    ) => InboxCard.Compose(await OfAsync(reader, now, ct), page, note, format, rejected: (await RejectedOfAsync(reader, now, ct)).Count);
}
