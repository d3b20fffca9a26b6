using System.Collections.Frozen;
using Bot.Cards;
using Gamification.Time;
using Period = Gamification.Time.Period;

namespace Bot.Commands;

/// <summary>What a person asked of a board: the choice, what to do with it, and the words that meant nothing.</summary>
public sealed record BoardAsked(BoardChoice Choice, bool Share, IReadOnlyList<string> NotUnderstood)
{
    public static BoardAsked Parse(IEnumerable<string> arguments) =>
        arguments
            .SelectMany(argument =>
                argument.Contains(BoardChoice.TeamPrefix, StringComparison.Ordinal) || BoardWords.KeyOf(argument) is not null
                    ? [argument]
                    : argument.Split(['-', '_', ',', ';', '.', '·', '/'], StringSplitOptions.RemoveEmptyEntries)
            )
            .Aggregate(new BoardAsked(new(), Share: false, []), (asked, word) => BoardWords.Apply(asked, word));
}

/// <summary>The words a board understands, in any order; of words that contradict each other the last one holds.</summary>
internal static class BoardWords
{
    private static readonly FrozenDictionary<string, Func<BoardAsked, BoardAsked>> Meanings = new (
        string Words,
        Func<BoardAsked, BoardAsked> Meaning
    )[]
    {
        ("today day daily", For(PeriodKind.Day)),
        ("yesterday", asked => asked with { Choice = asked.Choice with { Kind = PeriodKind.Day, Last = true, Named = null } }),
        ("week weekly wk", For(PeriodKind.Week)),
        ("month monthly", For(PeriodKind.Month)),
        ("quarter quarterly q", For(PeriodKind.Quarter)),
        ("all alltime ever always overall total lifetime", For(PeriodKind.All)),
        ("last previous prev past prior before", asked => asked with { Choice = asked.Choice with { Last = true, Named = null } }),
        ("this current now running", asked => asked with { Choice = asked.Choice with { Last = false, Named = null } }),
        ("team ours us squad", asked => asked with { Choice = asked.Choice with { Company = false, Team = null } }),
        (
            "company org organisation organization everyone everybody global firm",
            asked => asked with { Choice = asked.Choice with { Company = true, Team = null } }
        ),
        ("points point pts score", By(BoardBy.Points)),
        ("revenue money sales amount turnover cash eur usd gbp € $ £", By(BoardBy.Revenue)),
        ("deals deal wins won sale", By(BoardBy.Deals)),
        ("quotes quote offers offer", By(BoardBy.Quotes)),
        ("target targets goal goals quota attainment percent %", By(BoardBy.Target)),
        ("share post publish", asked => asked with { Share = true }),
        ("by for the of in on to my mine me our time board leaderboard ranking show rank please and", asked => asked),
    }
        .SelectMany(row => row.Words.Split(' ').Select(word => (Word: word, row.Meaning)))
        .ToFrozenDictionary(row => row.Word, row => row.Meaning, StringComparer.Ordinal);

    public static BoardAsked Apply(BoardAsked asked, string word) =>
        Meanings.TryGetValue(word, out var meaning) ? meaning(asked)
        : word.StartsWith(BoardChoice.TeamPrefix, StringComparison.Ordinal) && word.Length > BoardChoice.TeamPrefix.Length
            ? asked with
            {
                Choice = asked.Choice with { Team = word[BoardChoice.TeamPrefix.Length..], Company = false },
            }
        : KeyOf(word) is { } named ? asked with { Choice = asked.Choice with { Kind = named.Kind, Last = false, Named = named.Key } }
        : asked with { NotUnderstood = [.. asked.NotUnderstood, word] };

    /// <summary>A period by its key as it comes lower-cased: <c>2026-w47</c>.</summary>
    public static Period? KeyOf(string word) => word == "all" ? null : Period.Parse(new(word.ToUpperInvariant()));

    private static Func<BoardAsked, BoardAsked> For(PeriodKind kind) =>
        asked => asked with { Choice = asked.Choice with { Kind = kind, Named = null } };

    private static Func<BoardAsked, BoardAsked> By(BoardBy by) => asked => asked with { Choice = asked.Choice with { By = by } };
}
