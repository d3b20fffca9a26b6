using Bot.Cards;
using Gamification;
using Storage;

namespace Bot.Explaining;

/// <summary>One kind of thing that can be explained. Adding a kind is one class and its line in the setup.</summary>
public interface IWhy
{
    /// <summary>The words it is asked by, the first one is its name: <c>badge</c>.</summary>
    IReadOnlyList<string> Words { get; }

    /// <summary>How it is asked: <c>badge closer</c>.</summary>
    string Usage { get; }

    Task<WhyAnswer> ExplainAsync(WhyQuestion question, CancellationToken ct);
}

/// <param name="Owner">What the person is called; null when they ask for themselves.</param>
/// <param name="Words">What stands behind the kind: the name of a badge. May be empty.</param>
public sealed record WhyQuestion(PersonId Person, string? Owner, string Words, ReaderFormat Format)
{
    /// <summary>Who asks; null for the API, which may know everything.</summary>
    public PersonView? Asker { get; init; }

    /// <summary>What stands behind the kind as it was typed: ids and keys hold colons and capital letters.</summary>
    public string Typed { get; init; } = "";
}

/// <param name="Sentences">With numbers, local times and the rule.</param>
/// <param name="Next">Command lines that go on from here.</param>
/// <param name="Understood">Whether the words named something.</param>
public sealed record WhyAnswer(string Title, IReadOnlyList<string> Sentences, IReadOnlyList<Button> Next, bool Understood = true)
{
    /// <summary>The right that is missing; null where nothing is asked that the asker may not know.</summary>
    public WhyRefusal? Refusal { get; init; }
}

/// <param name="Only">The sentence of who may: "Only {who} can ask why about Team 300."</param>
/// <param name="Who">"a manager of EMEA or an admin"</param>
/// <param name="About">What was asked for, as the audit names it.</param>
public sealed record WhyRefusal(Func<string, FormattableString> Only, FormattableString Who, string About);
