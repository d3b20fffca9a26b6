using System.Globalization;
using Bot.Slack.Wire;

namespace Bot.Slack;

/// <summary>What Slack says of a person: the language to answer in and, if it vouches for one, the email.</summary>
/// <param name="Locale">Null where Slack says none.</param>
/// <param name="VerifiedEmail">
/// Null for bots, people who left, members of other workspaces (they only share a channel) and unconfirmed addresses.
/// Guests were invited by email into this workspace, so theirs counts.
/// </param>
internal sealed record SlackProfile(CultureInfo? Locale, string? VerifiedEmail)
{
    public static SlackProfile Unknown { get; } = new(null, null);

    /// <param name="workspace">Where the bot is installed; null when Slack did not say, then nobody is vouched for.</param>
    public static SlackProfile Of(UserPart user, SlackWorkspace? workspace) =>
        new(LocaleOf(user.Locale), IsOwn(user, workspace) && user is { Profile.Email: { Length: > 0 } email } ? email : null);

    private static bool IsOwn(UserPart user, SlackWorkspace? workspace) =>
        user is { Deleted: false, IsBot: false, IsStranger: false, IsEmailConfirmed: not false } && workspace?.Has(user) == true;

    private static CultureInfo? LocaleOf(string? name)
    {
        try
        {
            return name is { Length: > 0 } ? CultureInfo.GetCultureInfo(name, predefinedOnly: true) : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
