using System.Globalization;
using Bot.Cards;
using Bot.Commands;
using Bot.Forms;
using Bot.Teams.Connector;
using Bot.Teams.Wire;
using Bot.Texts;
using Gamification;

namespace Bot.Teams.Turns;

/// <summary>Brings a person's words from Teams to the commands.</summary>
internal sealed class Asking(
    Tenancy tenancy,
    CommandDesk desk,
    WhoAsks who,
    KnownLanguages languages,
    FormDesk forms,
    Sharing sharing,
    AskedPlace places,
    ConnectorClient connector,
    Organisation organisation
)
{
    private const string Platform = "teams";

    /// <summary>The private answer, after what was shared is posted. Null for who is nobody of this company's tenant.</summary>
    public async Task<CommandReply?> AnswerAsync(Activity activity, string line, CancellationToken ct)
    {
        if (Asker(activity) is not { } user)
            return null;

        var (words, place) = await places.OfAsync(activity, line, ct);
        var reply = await desk.AnswerAsync(user, words, place, CultureOf(activity), ct);
        return reply with { Card = await sharing.ShareAsync(activity, reply, ct) };
    }

    /// <summary>The dashboard of whoever the game knows; null for everybody else, who is not told that before they ask for something.</summary>
    public async Task<Card?> DashboardAsync(Activity activity, CancellationToken ct) =>
        Asker(activity) is { } user && await who.FindAsync(user, CultureOf(activity), ct) is Commands.Asker.Known
            ? (await AnswerAsync(activity, DashboardCard.Line, ct))?.Card
            : null;

    /// <summary>Null for who is nobody of this company's tenant.</summary>
    public async Task<FormReply?> OpenAsync(Activity activity, FormLine line, CancellationToken ct) =>
        Asker(activity) is { } user ? await forms.OpenAsync(user, line, AskedPlace.Of(activity), CultureOf(activity), ct) : null;

    /// <summary>Null for who is nobody of this company's tenant.</summary>
    public async Task<FormReply?> SubmitAsync(Activity activity, FormLine line, FormValues values, CancellationToken ct) =>
        Asker(activity) is { } user ? await forms.SubmitAsync(user, line, values, AskedPlace.Of(activity), CultureOf(activity), ct) : null;

    /// <summary>What is said at once to whoever sent an activity.</summary>
    public string Say(Activity activity, FormattableString sentence) => Language.Of(LocaleOf(activity)).Say(sentence);

    /// <summary>As they have chosen, as far as it is known without asking; else as their Teams says.</summary>
    public CultureInfo LocaleOf(Activity activity) => languages.LocaleOf(Platform, activity.From.AadObjectId ?? "", CultureOf(activity));

    private CultureInfo CultureOf(Activity activity) => activity.Culture ?? ReaderLocale.Unsaid(organisation);

    private ChatUser? Asker(Activity activity) =>
        activity.From.AadObjectId is { Length: > 0 } user && !tenancy.IsForeign(activity.TenantId)
            ? new(Platform, user, stop => VerifiedEmailAsync(activity, stop))
            : null;

    private async Task<string?> VerifiedEmailAsync(Activity activity, CancellationToken ct) =>
        await connector.MemberAsync(activity.ServiceUrl, activity.Conversation.Id, activity.From.Id, ct) is { } member
            ? tenancy.VerifiedEmailOf(member)
            : null;
}
