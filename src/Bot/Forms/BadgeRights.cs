using Bot.Cards;
using Bot.Commands;

namespace Bot.Forms;

/// <summary>Badges are set by admins.</summary>
internal static class BadgeRights
{
    public const string What = "change badges";
    public const string Right = "an admin";
    public const string About = "badges";

    public static Task<Card> RefuseAsync(Refusals refusals, FormRequest request, CancellationToken ct) =>
        refusals.RefuseAsync(request.Person, request.Now, What, Right, About, ct);
}
