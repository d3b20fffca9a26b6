using Bot.Cards;
using Bot.Commands;
using Gamification;
using Gamification.Goals;
using Gamification.People;
using Storage;

namespace Bot.Explaining.Assigned;

/// <summary>How people and teams are called to the one who asks.</summary>
/// <param name="asker">Null for the API, which knows everybody.</param>
internal sealed class GoalNames(IReadOnlyList<PersonView> people, IReadOnlyList<TeamView> teams, PersonView? asker, ReaderFormat format)
{
    private readonly Dictionary<PersonId, PersonView> byId = people.ToDictionary(person => person.Id);

    public IEnumerable<PersonId> People => byId.Keys;

    public PersonView? Find(PersonId id) => byId.GetValueOrDefault(id);

    public string Of(PersonId id) =>
        !byId.TryGetValue(id, out var person) ? CleanText.Of(id.Value, 40)
        : asker is null || asker.Id == id || PersonFinder.IsManagerOf(asker, person) ? BoardNames.Clean(person.Name)
        : person.Publicity is Publicity.None ? format.Say($"somebody")
        : BoardNames.ToOthers(person, format);

    public string Of(TeamId team) =>
        teams.FirstOrDefault(one => one.Id == team) is { } view ? BoardNames.Clean(view.Name) : format.Say($"a team");

    /// <summary>Who did something: a person, or the API.</summary>
    public string By(string by) => byId.ContainsKey(new(by)) ? Of(new PersonId(by)) : format.Say($"the API");

    /// <summary><c>Ana</c>, <c>EMEA together</c>.</summary>
    public string Of(SubjectId subject) => subject.Person is { } person ? Of(person) : Whose(subject);

    /// <summary>For whom a goal is: <c>each member of EMEA</c>.</summary>
    public string Whose(SubjectId subject) =>
        subject.Person is { } person ? Of(person) : TeamGoalWords.Subject(subject, people, teams, format);

    public string Several(IEnumerable<PersonId> ids) => TeamGoalWords.Names([.. ids.Select(Of)], format, 10);
}
