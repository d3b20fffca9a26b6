using Bot.Play;
using Bot.Teams.Connector;
using Bot.Teams.Wire;

namespace Bot.Teams;

/// <summary>Members of the teams and chats the app is in, linked to people by the email their tenant vouches for.</summary>
internal sealed class TeamsRoster(ConnectorClient connector, Tenancy tenancy, RosterDesk desk)
{
    private const string Platform = "teams";

    /// <summary>Everybody in a conversation the app was added to.</summary>
    public async Task SyncAsync(Activity activity, CancellationToken ct)
    {
        if (
            !tenancy.IsForeign(activity.TenantId)
            && await connector.MembersAsync(activity.ServiceUrl, activity.Conversation.Id, ct) is { } members
        )
            await LinkAsync(members, ct);
    }

    /// <summary>Who joined one the app is in.</summary>
    public async Task WelcomeAsync(Activity activity, IEnumerable<Account> joined, CancellationToken ct)
    {
        List<Member> members = [];
        foreach (var account in tenancy.IsForeign(activity.TenantId) ? [] : joined)
            if (await connector.MemberAsync(activity.ServiceUrl, activity.Conversation.Id, account.Id, ct) is { } member)
                members.Add(member);
        await LinkAsync(members, ct);
    }

    private async Task LinkAsync(IEnumerable<Member> members, CancellationToken ct)
    {
        List<(string, string)> verified = [];
        foreach (var member in members.Where(member => member is { DirectoryId: { Length: > 0 }, UserRole: not "guest" }))
            if (tenancy.VerifiedEmailOf(member) is { Length: > 0 } email)
                verified.Add((member.DirectoryId!, email));
        if (verified.Count > 0)
            await desk.LinkAsync(Platform, verified, ct);
    }
}
