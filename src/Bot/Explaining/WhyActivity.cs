using Bot.Cards;
using Storage;

namespace Bot.Explaining;

/// <summary>The latest activities, what each brought, and why it brought no more.</summary>
public sealed class WhyActivity(LedgerReader ledger) : IWhy
{
    private const int Told = 10;

    public IReadOnlyList<string> Words { get; } = ["activity", "activities", "points", "score", "latest", "last"];

    public string Usage => "activity";

    public async Task<WhyAnswer> ExplainAsync(WhyQuestion question, CancellationToken ct)
    {
        // Asked with words of its own it explains nothing: another kind may.
        if (question.Words.Length > 0)
            return new(question.Format.Say($"Why?"), [], [], Understood: false);

        var lines = await ledger.ReadAsync(question.Person, from: null, to: null, Told, ct);
        return new(
            question.Owner is { } owner
                ? question.Format.Say($"Latest activities of {owner}")
                : question.Format.Say($"Your latest activities"),
            lines.Count == 0
                ? [question.Format.Say($"Nothing counted yet: send a quote, win a deal, or answer a client.")]
                : [.. lines.Select(line => Sentence(line, question.Format))],
            question.Owner is null ? [new(question.Format.Say($"All points"), "points"), new(question.Format.Say($"Badges"), "badges")] : []
        );
    }

    private static string Sentence(LedgerLine line, ReaderFormat format)
    {
        var why = LedgerWords.Why(line.Reason, format) is { } reason ? $" {reason}" : "";
        return format.Say($"{format.Moment(line.At)}: {ActivityWords.What(line, format)} brought {format.Signed(line.Points)}.") + why;
    }
}
