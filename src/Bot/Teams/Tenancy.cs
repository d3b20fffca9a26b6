using Bot.Settings;
using Bot.Teams.Wire;

namespace Bot.Teams;

/// <summary>
/// Whose word counts. A guest's or another tenant's directory may claim any email, so only our own tenant's word is taken for that.
/// Where the settings name no tenant, the sign-in name comes first: its domain was verified by whoever vouches for it.
/// </summary>
internal sealed class Tenancy(TeamsSettings settings)
{
    public bool IsForeign(string? tenant) => Own is { } own && Guid.TryParse(tenant, out var other) && own != other;

    /// <summary>Null where nobody of ours vouches for one.</summary>
    public string? VerifiedEmailOf(Member member) =>
        IsForeign(member.TenantId) ? null
        : Own is null ? member.UserPrincipalName ?? member.Email
        : member.Email ?? member.UserPrincipalName;

    /// <summary>Null where the settings name none, or name it by a domain.</summary>
    private Guid? Own => Guid.TryParse(settings.TenantId, out var own) ? own : null;
}
