using System.Globalization;
using Gamification;
using Gamification.Announcements;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Recipient = Gamification.Announcements.Recipient;

namespace Bot.Cards;

/// <summary>One thing that managers' goals bring about, with the names that belong to it.</summary>
/// <param name="Goal">As it is now.</param>
/// <param name="Period">Of which it is told.</param>
/// <param name="Who">Whose it is, as the reader may call them: <c>Ana Alvarez</c>, <c>EMEA together</c>; null where it is the reader.</param>
public sealed record GoalNews(Announcement Told, Goal Goal, Period Period, string? Who)
{
    /// <summary>Of a team reward those who receive something, as others may call them, and how many want no public post.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    public int Unnamed { get; init; }

    /// <summary>The goal that unlocked this one; null where there is none, or it is gone.</summary>
    public Goal? After { get; init; }

    /// <summary>Who made the version that is told of; null where nobody knows.</summary>
    public string? By { get; init; }

    /// <summary>The person's id on the channel's platform, where posts there mention them.</summary>
    public string? User { get; init; }

    /// <summary>Whether the reader leads those whose it is.</summary>
    public bool MayKeep { get; init; }

    public string Kind => Told.Kind;

    public string Name => TeamGoalWords.Name(PlanTerms.Of(Goal).Plan.Name);

    public bool IsToPerson => Told.To is Recipient.Person;

    /// <summary>The plan of its period; before the first of it the newest.</summary>
    public GoalPlan Plan => Goal.PlanIn(Period) ?? PlanTerms.Of(Goal).Plan;

    public string Text(string key) => Told.Data.GetValueOrDefault(key, "");

    public long Number(string key) =>
        long.TryParse(Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The highest tier it is about.</summary>
    public TierKind Tier => TierOf(Text("tier"));

    /// <summary>All tiers that were passed at once, the lowest first.</summary>
    public IReadOnlyList<TierKind> Passed =>
        Text("tiers").Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } tiers ? [.. tiers.Select(TierOf)] : [Tier];

    /// <summary>What was given to the reader; to a channel, all of it: <c>coins</c> and 500.</summary>
    public IReadOnlyList<(string Kind, long Amount)> Rewards =>
        [
            .. Text("rewards")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(reward => reward.Split(':'))
                .Where(reward => reward.Length == 2)
                .Select(reward => (reward[0], long.Parse(reward[1], CultureInfo.InvariantCulture))),
        ];

    private static TierKind TierOf(string name) => Enum.TryParse<TierKind>(name, ignoreCase: true, out var tier) ? tier : default;
}
