using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage.Writing;

/// <summary>Writes what managers decide about grants; what follows from it is counted again by the rules.</summary>
internal sealed class GrantWriter(WriteScope scope)
{
    /// <summary>False when there is no such grant, or it is kept already.</summary>
    public async Task<bool> KeepAsync(GrantKey grant, string by, string reason, CancellationToken ct) =>
        await scope
            .Db.Grants.Where(row =>
                row.Goal == grant.Scope.Goal
                && row.Subject == grant.Scope.Subject
                && row.Period == grant.Scope.Period
                && row.Tier == grant.Tier
                && row.KeptAt == null
            )
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(one => one.KeptAt, scope.Now)
                        .SetProperty(one => one.KeptBy, by)
                        .SetProperty(one => one.KeptReason, reason),
                ct
            ) == 1;

    /// <summary>False when there is no such grant.</summary>
    public async Task<bool> ChangeAsync(RecipientChange change, CancellationToken ct)
    {
        var (grant, tier) = (change.Grant.Scope, change.Grant.Tier);
        if (await scope.Db.Grants.FindAsync([grant.Goal, grant.Subject, tier, grant.Period], ct) is null)
            return false;

        var number = await scope.Db.RecipientChanges.CountAsync(
            row => row.Goal == grant.Goal && row.Subject == grant.Subject && row.Period == grant.Period && row.Tier == tier,
            ct
        );
        scope.Db.RecipientChanges.Add(
            new()
            {
                Goal = grant.Goal,
                Subject = grant.Subject,
                Tier = tier,
                Period = grant.Period,
                Number = number + 1,
                Person = change.Person,
                Added = change.IsAdded,
                At = change.At,
                By = change.By,
                Reason = change.Reason,
            }
        );
        await scope.SaveAsync(ct);
        return true;
    }
}
