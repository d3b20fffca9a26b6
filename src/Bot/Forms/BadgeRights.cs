using Bot.Cards;
using Bot.Commands;

namespace Bot.Forms;

/// <summary>Badges are set by admins.</summary>
internal static class BadgeRights
{
    public const string About = "badges";

    public static Task<Card> RefuseAsync(Refusals refusals, FormRequest request, CancellationToken ct) =>
        refusals.RefuseAsync(request, Only, WhoMay.Admins, About, ct);

    public static FormattableString Only(string who) => $"Only {who} can change badges.";
}
