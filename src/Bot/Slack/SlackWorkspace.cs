using Bot.Slack.Wire;

namespace Bot.Slack;

/// <summary>Where the app is installed: in one workspace, or in all of an Enterprise organisation.</summary>
internal sealed record SlackWorkspace(string Id, bool IsOrganisation = false)
{
    /// <summary>Null where Slack did not say.</summary>
    public static SlackWorkspace? Of(IdentityReply identity) =>
        identity switch
        {
            { IsEnterpriseInstall: true, EnterpriseId: { Length: > 0 } organisation } => new(organisation, IsOrganisation: true),
            { IsEnterpriseInstall: false, TeamId: { Length: > 0 } workspace } => new(workspace),
            _ => null,
        };

    /// <summary>Whether a user is one of its members; who only shares a channel with it is none.</summary>
    public bool Has(UserPart user) =>
        IsOrganisation ? user.EnterpriseUser?.EnterpriseId == Id : user.TeamId == Id || user.EnterpriseUser?.Teams?.Contains(Id) == true;
}
