using Bot.Cards;
using Storage;

namespace Bot.Commands;

/// <summary>Who may do what somebody may not, as a refusal names them: the first hole of its sentence.</summary>
public static class WhoMay
{
    public static readonly FormattableString Admins = $"an admin";

    public static readonly FormattableString Managers = $"a manager of a team or an admin";

    public static readonly FormattableString ManagersOfTheTeam = $"a manager of the team or an admin";

    public static readonly FormattableString Owner = $"its owner";

    /// <summary>"a manager of EMEA or an admin"</summary>
    /// <param name="team">Null where no team has anything to do with it.</param>
    public static FormattableString Of(TeamView? team) =>
        team is null ? Admins : (FormattableString)$"a manager of {BoardNames.Clean(team.Name)} or an admin";
}
