using Bot.Cards;

namespace Bot.Explaining;

/// <summary>Brings a question to the one that can explain it.</summary>
public sealed class WhyTable(IEnumerable<IWhy> kinds)
{
    private static readonly char[] Separators = [' ', ':', '\t'];

    private readonly IReadOnlyList<IWhy> kinds = [.. kinds];

    /// <summary>The names of the kinds, for help.</summary>
    public IEnumerable<string> Names => kinds.Select(kind => kind.Words[0]);

    /// <param name="about">The kind and what it is asked of, in any order of forgiveness: <c>badge closer</c>, <c>badge:closer</c>, <c>closer</c>, nothing.</param>
    public async Task<WhyAnswer> ExplainAsync(string about, WhyQuestion question, CancellationToken ct)
    {
        var (first, rest) = Split(about.Trim(Separators));
        if (KindOf(first.ToLowerInvariant()) is { } kind)
            return await kind.ExplainAsync(Asked(question, rest), ct);
        if (first.Length == 0 && KindOf("activity") is { } latest)
            return await latest.ExplainAsync(Asked(question, ""), ct);

        foreach (var guess in kinds)
            if (await guess.ExplainAsync(Asked(question, about), ct) is { Understood: true } answer)
                return answer;

        return Unknown(about, question.Format);
    }

    private static (string First, string Others) Split(string about) =>
        about.IndexOfAny(Separators) is var end and >= 0 ? (about[..end], about[(end + 1)..]) : (about, "");

    private static WhyQuestion Asked(WhyQuestion question, string typed) =>
        question with
        {
            Words = string.Join(' ', typed.ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries)),
            Typed = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        };

    private IWhy? KindOf(string word) => kinds.FirstOrDefault(kind => kind.Words.Contains(word, StringComparer.Ordinal));

    private WhyAnswer Unknown(string about, ReaderFormat format) =>
        new(
            format.Say($"Why?"),
            [
                format.Say($"“{CleanText.Of(about, 40)}” is nothing that can be explained."),
                format.Say($"You can ask: {string.Join(", ", kinds.Select(kind => $"“/why {kind.Usage}”"))}."),
            ],
            [new(format.Say($"Latest activities"), "why activity")],
            Understood: false
        );
}
