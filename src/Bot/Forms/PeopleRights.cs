using Gamification.People;
using Storage;

namespace Bot.Forms;

/// <summary>Who may change whom: an admin everybody, a manager the people who are in their teams today.</summary>
public static class PeopleRights
{
    public static bool IsAdmin(PersonView person) => person.Role is Role.Admin;

    /// <summary>Whether there can be anybody.</summary>
    public static bool Leads(PersonView person) => IsAdmin(person) || person.Manages.Count > 0;

    public static bool MayEdit(PersonView editor, PersonView person) =>
        IsAdmin(editor) || (person.Team is { } team && editor.Manages.Contains(team.Id));
}
