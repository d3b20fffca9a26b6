using System.Globalization;
using Gamification;
using Gamification.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Storage.Writing;

/// <summary>What a person may not be given: somebody else's email or identity, a team that is not there, two teams at a time.</summary>
internal sealed class PersonCheck(GameContext db)
{
    public async Task<PutRefusal?> RefusalAsync(PersonRecord person, CancellationToken ct) =>
        await EmailAsync(person, ct) ?? await IdentitiesAsync(person, ct) ?? await TeamsAsync(person, ct) ?? Overlap(person.Memberships);

    /// <summary>Whose an identity is; null when it is nobody's.</summary>
    public async Task<PersonId?> OwnerAsync(Identity identity, CancellationToken ct)
    {
        var key = identity.ExternalId.ToLowerInvariant();
        var row = await db.Identities.AsNoTracking().SingleOrDefaultAsync(row => row.Source == identity.Source && row.Key == key, ct);
        return row?.Person;
    }

    private async Task<PutRefusal?> EmailAsync(PersonRecord person, CancellationToken ct)
    {
        var key = person.Email.ToLowerInvariant();
        var owner = await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.EmailKey == key && row.Id != person.Id, ct);
        return owner is null ? null : new PutRefusal.EmailTaken(person.Email, owner.Id);
    }

    private async Task<PutRefusal?> IdentitiesAsync(PersonRecord person, CancellationToken ct)
    {
        for (var i = 0; i < person.Identities.Count; i++)
            if (await OwnerAsync(person.Identities[i], ct) is { } owner && owner != person.Id)
                return new PutRefusal.IdentityTaken(Pointer($"/identities/{i}"), person.Identities[i], owner);

        return null;
    }

    private async Task<PutRefusal?> TeamsAsync(PersonRecord person, CancellationToken ct)
    {
        for (var i = 0; i < person.Memberships.Count; i++)
            if (await db.Teams.FindAsync([person.Memberships[i].Team], ct) is null)
                return new PutRefusal.NoTeam(
                    person.Memberships is [{ From: null, To: null }] ? "/team" : Pointer($"/memberships/{i}/team"),
                    person.Memberships[i].Team
                );

        return null;
    }

    private static PutRefusal? Overlap(IReadOnlyList<Membership> memberships)
    {
        for (var i = 0; i < memberships.Count; i++)
        {
            if (memberships[i] is { From: { } from, To: { } to } && to <= from)
                return new PutRefusal.EndsTooEarly(Pointer($"/memberships/{i}/to"));
            for (var earlier = 0; earlier < i; earlier++)
                if (Start(memberships[i]) < End(memberships[earlier]) && Start(memberships[earlier]) < End(memberships[i]))
                    return new PutRefusal.Overlaps(Pointer($"/memberships/{i}/from"));
        }

        return null;
    }

    private static LocalDate Start(Membership membership) => membership.From ?? LocalDate.MinIsoValue;

    private static LocalDate End(Membership membership) => membership.To ?? LocalDate.MaxIsoValue;

    private static string Pointer(FormattableString pointer) => pointer.ToString(CultureInfo.InvariantCulture);
}
