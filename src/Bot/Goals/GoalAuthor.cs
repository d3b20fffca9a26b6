using Gamification;
using Gamification.Goals;
using Storage;

namespace Bot.Goals;

/// <summary>Who changes a manager's goal: an admin by the API, or a person.</summary>
/// <param name="Person">Null for the API, which may do everything.</param>
public sealed record GoalAuthor(PersonView? Person)
{
    public static GoalAuthor Api { get; } = new(Person: null);

    /// <summary>What this tells its author answers what they just did, so it does not wait for their working hours.</summary>
    public void Hears(PlayWrite write)
    {
        if (Person is { } person)
            write.Answer(person.Id);
    }

    /// <summary>As the audit names them.</summary>
    public string By => Person?.Id.Value ?? "api";
}
