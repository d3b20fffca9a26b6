using Bot.Cards;
using Gamification.Rewards;
using Gamification.Time;
using Storage;

namespace Bot.Explaining;

/// <summary>Which goal gave a badge, by which tier and activity, and what took it back.</summary>
public sealed class GivenBadgeWords(ActivityWords activities)
{
    /// <summary>Of a badge that goals gave often, so many of the last lines are told.</summary>
    private const int Most = 3;
    private const int LongestName = 80;

    /// <param name="given">In order.</param>
    public async Task<IReadOnlyList<string>> SentencesAsync(IReadOnlyList<GivenBadge> given, WhyQuestion question, CancellationToken ct)
    {
        var sentences = new List<string>();
        foreach (var (badge, line) in given.SelectMany(badge => badge.Lines.Select(line => (badge, line))).TakeLast(Most))
            sentences.Add(await SentenceAsync(badge, line, question, ct));

        return sentences;
    }

    private async Task<string> SentenceAsync(GivenBadge badge, GrantLine line, WhyQuestion question, CancellationToken ct)
    {
        var format = question.Format;
        var at = badge.AtOf(line);
        var when = $"{format.Moment(at.Credited)} ({format.Organisation.Zone.Id})";
        var tier = CleanText.Of(badge.Tier.Label ?? badge.Tier.Kind.ToString(), LongestName);
        var goal = format.Say($"{tier} of “{CleanText.Of(badge.GoalName, LongestName)}”");
        var period = Period.Parse(badge.Grant.Scope.Period) is { } one ? format.Name(one) : null;
        var (what, why) = await activities.OfAsync(question.Person, at.Fact, format, ct);
        var told = (line.Amount > 0, period) switch
        {
            (true, null) => format.Say($"{goal} gave it on {when}, reached by: {what}."),
            (true, _) => format.Say($"{goal} gave it for {period} on {when}, reached by: {what}."),
            (false, null) => format.Say($"It was taken back on {when}, because {goal} was no longer reached: {what}."),
            (false, _) => format.Say($"It was taken back for {period} on {when}, because {goal} was no longer reached: {what}."),
        };
        return line.Amount > 0 ? told : $"{told} {why}".TrimEnd();
    }
}
