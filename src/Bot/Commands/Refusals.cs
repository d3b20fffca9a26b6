using Bot.Cards;
using NodaTime;
using Storage;

namespace Bot.Commands;

/// <summary>A polite no that names the right, and its audit row.</summary>
public sealed class Refusals(PlayStore store)
{
    private const string Refused = "right.refused";

    public Task<Card> RefuseAsync(CommandRequest request, string what, string right, string about, CancellationToken ct) =>
        RefuseAsync(request.Person, request.Now, what, right, about, ct);

    public async Task<Card> RefuseAsync(PersonView person, Instant now, string what, string right, string about, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(now, ct);
        await write.AuditAsync(new(now, person.Id.Value, Refused, about, Before: null, After: null, $"{what}: {right}"), ct);
        await write.CommitAsync(ct);
        return SituationCards.Refused(what, right);
    }
}
