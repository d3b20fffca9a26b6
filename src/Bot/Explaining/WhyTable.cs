using Bot.Cards;

namespace Bot.Explaining;

/// <summary>Brings a question to the one that can explain it.</summary>
public sealed class WhyTable(IEnumerable<IWhy> kinds)
{
    private readonly IReadOnlyList<IWhy> kinds = [.. kinds];

    /// <summary>The names of the kinds, for help.</summary>
    public IEnumerable<string> Names => kinds.Select(kind => kind.Words[0]);

    /// <param name="about">The kind and what it is asked of, in any order of forgiveness: <c>badge closer</c>, <c>badge:closer</c>, <c>closer</c>, nothing.</param>
    public async Task<WhyAnswer> ExplainAsync(string about, WhyQuestion question, CancellationToken ct)
    {
        var words = about.ToLowerInvariant().Split([' ', ':', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words is [var first, .. var rest] && KindOf(first) is { } kind)
            return await kind.ExplainAsync(question with { Words = string.Join(' ', rest) }, ct);
        if (words.Length == 0 && KindOf("activity") is { } latest)
            return await latest.ExplainAsync(question with { Words = "" }, ct);

        foreach (var guess in kinds)
            if (await guess.ExplainAsync(question with { Words = string.Join(' ', words) }, ct) is { Understood: true } answer)
                return answer;

        return Unknown(about);
    }

    private IWhy? KindOf(string word) => kinds.FirstOrDefault(kind => kind.Words.Contains(word, StringComparer.Ordinal));

    private WhyAnswer Unknown(string about) =>
        new(
            "Why?",
            [
                $"“{CleanText.Of(about, 40)}” is nothing that can be explained.",
                $"You can ask: {string.Join(", ", kinds.Select(kind => $"“/why {kind.Usage}”"))}.",
            ],
            [new("Latest activities", "why activity")],
            Understood: false
        );
}
