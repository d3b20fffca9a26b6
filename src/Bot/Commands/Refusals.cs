using Bot.Cards;
using Storage;

namespace Bot.Commands;

/// <summary>A polite no that names the right, and its audit row.</summary>
public sealed class Refusals(PlayStore store)
{
    private const string Refused = "right.refused";

    public async Task<Card> RefuseAsync(CommandRequest request, string what, string right, string about, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(request.Now, ct);
        await write.AuditAsync(
            new(request.Now, request.Person.Id.Value, Refused, about, Before: null, After: null, $"{what}: {right}"),
            ct
        );
        await write.CommitAsync(ct);
        return SituationCards.Refused(what, right);
    }
}
