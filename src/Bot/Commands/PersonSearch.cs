using Storage;

namespace Bot.Commands;

/// <summary>People by what somebody types for them: an id, an email, or words that a name, an email or a team has.</summary>
public static class PersonSearch
{
    public static IReadOnlyList<PersonView> Among(IReadOnlyList<PersonView> people, IEnumerable<string> words)
    {
        string[] plain = [.. words.Select(word => word.TrimStart('@')).Where(word => word.Length > 0)];
        var called = people.Where(person => plain is [var only] && IsCalled(person, only)).ToList();
        return called.Count > 0 ? called : [.. people.Where(person => Array.TrueForAll(plain, word => Has(person, word)))];
    }

    private static bool IsCalled(PersonView person, string word) =>
        person.Id.Value.Equals(word, StringComparison.OrdinalIgnoreCase) || person.Email.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool Has(PersonView person, string word) =>
        person.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        || person.Email.Contains(word, StringComparison.OrdinalIgnoreCase)
        || (person.Team?.Name.Contains(word, StringComparison.OrdinalIgnoreCase) ?? false);
}
