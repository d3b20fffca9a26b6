using System.Globalization;
using Bot.Cards;
using Bot.Commands;
using Bot.Forms;
using Bot.Settings;
using Bot.Teams.Connector;
using Bot.Teams.Wire;

namespace Bot.Teams.Turns;

/// <summary>Brings a person's words from Teams to the commands.</summary>
internal sealed class Asking(
    TeamsSettings settings,
    CommandDesk desk,
    WhoAsks who,
    FormDesk forms,
    Sharing sharing,
    ConnectorClient connector
)
{
    private static readonly CultureInfo Fallback = CultureInfo.GetCultureInfo("en-US");

    /// <summary>The private answer, after what was shared is posted. Null for who is nobody of this company's tenant.</summary>
    public async Task<CommandReply?> AnswerAsync(Activity activity, string line, CancellationToken ct)
    {
        if (Asker(activity) is not { } user)
            return null;

        var reply = await desk.AnswerAsync(user, line, PlaceOf(activity), Locale(activity.Locale), ct);
        return reply with { Card = await sharing.ShareAsync(activity, reply, ct) };
    }

    /// <summary>The dashboard of whoever the game knows; null for everybody else, who is not told that before they ask for something.</summary>
    public async Task<Card?> DashboardAsync(Activity activity, CancellationToken ct) =>
        Asker(activity) is { } user && await who.FindAsync(user, Locale(activity.Locale), ct) is Commands.Asker.Known
            ? (await AnswerAsync(activity, DashboardCard.Line, ct))?.Card
            : null;

    /// <summary>Null for who is nobody of this company's tenant.</summary>
    public async Task<FormReply?> OpenAsync(Activity activity, FormLine line, CancellationToken ct) =>
        Asker(activity) is { } user ? await forms.OpenAsync(user, line, PlaceOf(activity), Locale(activity.Locale), ct) : null;

    /// <summary>Null for who is nobody of this company's tenant.</summary>
    public async Task<FormReply?> SubmitAsync(Activity activity, FormLine line, FormValues values, CancellationToken ct) =>
        Asker(activity) is { } user ? await forms.SubmitAsync(user, line, values, PlaceOf(activity), Locale(activity.Locale), ct) : null;

    private ChatUser? Asker(Activity activity) =>
        activity.From.AadObjectId is { Length: > 0 } user && !IsForeign(activity.TenantId)
            ? new("teams", user, stop => VerifiedEmailAsync(activity, stop))
            : null;

    private static Place PlaceOf(Activity activity) =>
        new("teams", activity.Conversation.Root, IsChannel: !activity.Conversation.IsPersonal);

    /// <summary>
    /// A guest's or another tenant's directory may claim any email, so only our own tenant's word is taken for that.
    /// Where the settings name no tenant, the sign-in name comes first: its domain was verified by whoever vouches for it.
    /// </summary>
    private async Task<string?> VerifiedEmailAsync(Activity activity, CancellationToken ct) =>
        await connector.MemberAsync(activity.ServiceUrl, activity.Conversation.Id, activity.From.Id, ct) switch
        {
            null => null,
            var member when IsForeign(member.TenantId) => null,
            var member when OwnTenant is null => member.UserPrincipalName ?? member.Email,
            var member => member.Email ?? member.UserPrincipalName,
        };

    private bool IsForeign(string? tenant) => OwnTenant is { } own && Guid.TryParse(tenant, out var other) && own != other;

    /// <summary>Null where the settings name none, or name it by a domain.</summary>
    private Guid? OwnTenant => Guid.TryParse(settings.TenantId, out var own) ? own : null;

    private static CultureInfo Locale(string? name)
    {
        try
        {
            return string.IsNullOrEmpty(name) ? Fallback : CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return Fallback;
        }
    }
}
