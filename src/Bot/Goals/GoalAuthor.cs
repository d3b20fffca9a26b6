using Gamification;
using Gamification.Goals;
using Storage;

namespace Bot.Goals;

/// <summary>Who changes a manager's goal: an admin by the API, or a person.</summary>
/// <param name="Person">Null for the API, which may do everything.</param>
public sealed record GoalAuthor(PersonView? Person)
{
    public static GoalAuthor Api { get; } = new(Person: null);

    /// <summary>As the audit names them.</summary>
    public string By => Person?.Id.Value ?? "api";
}
