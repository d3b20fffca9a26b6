namespace Gamification.Announcements;

/// <summary>What a channel hears of, how often, when and in which language.</summary>
public sealed record ChannelSettings
{
    public static ChannelSettings Default { get; } = new();

    /// <summary>Kinds that are switched off.</summary>
    public PostKinds Off { get; init; }

    /// <summary>Posts of any hour, <see cref="NoBudget"/> for as many as there are; null for what is usual on the platform.</summary>
    public int? Budget { get; init; }

    public QuietHours? Quiet { get; init; }
    public BoardTimes Boards { get; init; } = BoardTimes.Default;

    /// <summary><c>en</c>, <c>pt-BR</c>, <c>es</c>; null for the organisation's.</summary>
    public string? Language { get; init; }

    public const int NoBudget = 0;
    public const int UsualBudget = 6;
    public const int MostBudget = 60;

    public bool Hears(PostKinds kind) => (Off & kind) == PostKinds.None;

    /// <summary>The page is looked at and notifies nobody, so it has no budget of its own accord. Null for as many as there are.</summary>
    public int? BudgetOn(string platform) =>
        Budget switch
        {
            NoBudget => null,
            null => platform == "web" ? null : UsualBudget,
            var posts => posts,
        };
}
