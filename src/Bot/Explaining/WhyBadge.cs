using Bot.Cards;
using Bot.Commands;
using Gamification.Badges;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Explaining;

/// <summary>Why a badge is held, still locked, or was taken back.</summary>
public sealed class WhyBadge(BadgeReader badges, AwardReader awards, ActivityWords activities, GivenBadgeWords given) : IWhy
{
    /// <summary>Of a badge that repeats, so many of its times are told.</summary>
    private const int MostTimes = 3;

    public IReadOnlyList<string> Words { get; } = ["badge", "badges", "medal", "award"];

    public string Usage => "badge closer";

    public async Task<WhyAnswer> ExplainAsync(WhyQuestion question, CancellationToken ct)
    {
        var all = await badges.AllAsync(ct);
        if (BadgeWord.Find(all.Select(one => one.Badge), question.Words) is not { } badge)
            return Unknown(question.Words, [.. all.Where(one => !one.IsDisabled).Select(one => one.Badge)], question.Format);
        if ((await badges.OfAsync(question.Person, ct)).FirstOrDefault(one => one.Badge.Id == badge.Id) is not { } standing)
            return SwitchedOff(badge, question.Format);

        var history = await awards.OfAsync(question.Person, badge.Id, ct);
        return new(
            question.Format.Say($"Why {BadgeWords.Name(badge, question.Format)}?"),
            [
                Standing(standing, question),
                .. await HistoryAsync(history, question, ct),
                .. await given.SentencesAsync(await awards.GivenAsync(question.Person, badge.Id, ct), question, ct),
                badge.IsReward
                    ? question.Format.Say(
                        $"Nothing of its own unlocks it: a team goal gives it when the tier that has it as a reward is reached."
                    )
                    : question.Format.Say($"It unlocks at: {BadgeWords.Requirement(badge, question.Format)}."),
                .. BadgeWords.Counted(badge, question.Format) is { } counted ? [counted] : Array.Empty<string>(),
            ],
            question.Owner is null
                ? [new(BadgeWords.Name(badge, question.Format), $"badges {badge.Id}"), new(question.Format.Say($"All badges"), "badges")]
                : []
        );
    }

    private static string Standing(BadgeStanding standing, WhyQuestion question)
    {
        var (badge, format) = (standing.Badge, question.Format);
        var name = BadgeWords.Name(badge, question.Format);
        if (standing.Held is not null)
            return Held(name, standing.Count, question);

        if (badge.IsReward)
            return question.Owner is { } owner
                ? format.Say($"No team goal has given {name} to {owner} yet, or what was given is taken back.")
                : format.Say($"No team goal has given {name} to you yet, or what was given is taken back.");

        var missing = Math.Max(0, standing.Threshold - standing.Value);
        var percent = BadgeWords.Percent(standing.Value, standing.Threshold);
        return format.Say(
            $"{name} is locked at {BadgeWords.Progress(badge, standing.Value, standing.Threshold, format)} ({percent} %): {BadgeWords.Amount(badge, missing, format)} missing."
        );
    }

    private static string Held(string name, int count, WhyQuestion question)
    {
        var format = question.Format;
        var times = format.Number(count);
        return (question.Owner, count > 1) switch
        {
            (null, false) => format.Say($"You hold {name}."),
            (null, true) => format.Say($"You hold {name}, ×{times}."),
            ({ } owner, false) => format.Say($"{owner} holds {name}."),
            ({ } owner, true) => format.Say($"{owner} holds {name}, ×{times}."),
        };
    }

    private async Task<IReadOnlyList<string>> HistoryAsync(IReadOnlyList<Award> history, WhyQuestion question, CancellationToken ct)
    {
        var sentences = new List<string>();
        foreach (var award in history.TakeLast(MostTimes))
            sentences.Add(await SentenceAsync(award, question, ct));
        return sentences;
    }

    /// <summary>Even revisions unlock, odd ones take back.</summary>
    private async Task<string> SentenceAsync(Award award, WhyQuestion question, CancellationToken ct)
    {
        var format = question.Format;
        var when = $"{format.Moment(award.At.Credited)} ({format.Organisation.Zone.Id})";
        var (what, why) = await activities.OfAsync(question.Person, award.At.Fact, format, ct);
        var period = Period.Parse(new(award.Period)) is { } one ? format.Name(one) : null;
        var isEarned = award.Revision % 2 == 0;
        var told = (isEarned, period) switch
        {
            (true, null) => format.Say($"It was earned on {when} by: {what}."),
            (true, _) => format.Say($"It was earned for {period} on {when} by: {what}."),
            (false, null) => format.Say($"It was taken back on {when} by: {what}."),
            (false, _) => format.Say($"It was taken back for {period} on {when} by: {what}."),
        };
        return isEarned ? told : $"{told} {why ?? format.Say($"What it rested on was taken back within 30 days.")}".TrimEnd();
    }

    private static WhyAnswer SwitchedOff(Badge badge, ReaderFormat format) =>
        new(
            format.Say($"Why {BadgeWords.Name(badge, format)}?"),
            [format.Say($"An admin switched this badge off, so nobody can earn it now. Whoever holds it keeps it.")],
            [new(format.Say($"All badges"), "badges")]
        );

    private static WhyAnswer Unknown(string words, IReadOnlyList<Badge> badges, ReaderFormat format)
    {
        var near = BadgeWord.Near(badges, words);
        return new(
            format.Say($"Why which badge?"),
            [
                words.Length == 0
                    ? format.Say($"Name a badge: “/why badge closer”.")
                    : format.Say($"There is no badge called “{CleanText.Of(words, 40)}”."),
                .. near.Count > 0 ? [format.Say($"Did you mean {BadgeWords.Name(near[0], format)}?")] : Array.Empty<string>(),
            ],
            [
                .. near.Select(badge => new Button(BadgeWords.Name(badge, format), $"why badge {badge.Id}")),
                new(format.Say($"All badges"), "badges"),
            ],
            Understood: false
        );
    }
}
