using NodaTime;

namespace Gamification.Announcements;

/// <summary>A post that waits for its channel.</summary>
/// <param name="IsHeld">Whether it was told to wait before.</param>
/// <param name="IsTried">Whether the platform was called for it: it goes as it is, because it may be there already.</param>
/// <param name="IsUrgent">Whether it is of a kind that never ends in a digest.</param>
/// <param name="IsEdit">Whether it takes the place of a message that is there, which notifies nobody.</param>
public sealed record WaitingPost(string Id, Instant Planned, bool IsHeld, bool IsTried, bool IsUrgent, bool IsEdit);

/// <summary>What a channel's rules say of the posts that wait for it.</summary>
public abstract record PostingTurn
{
    private PostingTurn() { }

    public sealed record Post(string Id) : PostingTurn;

    /// <summary>All of these as one message, in this order.</summary>
    public sealed record Digest(IReadOnlyList<string> Ids) : PostingTurn;

    public sealed record Wait(Instant Until) : PostingTurn;

    /// <summary>More lines than this do not fit into one message; the rest is the next one's.</summary>
    public const int MostOfADigest = 40;

    private static readonly Duration Hour = Duration.FromHours(1);

    /// <summary>
    /// The rules from above: edits go at any time; quiet hours hold all else until they end; within the budget posts go in the order of
    /// their causes, what had to wait as one digest, that of quiet hours only if it is more than what is left; beyond it only urgent ones go on.
    /// What the platform could not be told for an hour had to wait, too.
    /// </summary>
    /// <param name="waiting">In the order of their causes, at least one.</param>
    /// <param name="budget">Posts of any hour; null for as many as there are.</param>
    /// <param name="posted">When the channel got its newest posts, newest first: as many as the budget has, or all since an hour.</param>
    public static PostingTurn Of(
        Instant now,
        IReadOnlyList<WaitingPost> waiting,
        QuietHours? quiet,
        DateTimeZone zone,
        int? budget,
        IReadOnlyList<Instant> posted
    )
    {
        if (waiting.FirstOrDefault(post => post.IsEdit) is { } edit)
            return new Post(edit.Id);
        if (quiet?.EndAt(now, zone) is { } morning)
            return new Wait(morning);

        var isLate = waiting[0].Planned <= now - Hour;
        if (budget is not { } most)
            return Next(waiting, isLate, singly: 1);

        var recent = posted.Where(at => at > now - Hour).Take(most).ToList();
        if (recent.Count == most)
            return waiting.FirstOrDefault(post => post.IsUrgent) is { } urgent ? new Post(urgent.Id) : new Wait(recent[^1] + Hour);

        var isOfTheNight = quiet?.EndAt(waiting[0].Planned, zone) is not null;
        return Next(waiting, isLate || waiting[0].IsHeld, isOfTheNight ? most - recent.Count : 1);
    }

    /// <param name="hadToWait">The first of them.</param>
    /// <param name="singly">So many that had to wait go one by one.</param>
    private static PostingTurn Next(IReadOnlyList<WaitingPost> waiting, bool hadToWait, int singly)
    {
        var others = waiting.Where(post => post is { IsUrgent: false, IsTried: false }).ToList();
        return hadToWait && waiting[0] is { IsUrgent: false, IsTried: false } && others.Count > singly
            ? new Digest([.. others.Take(MostOfADigest).Select(post => post.Id)])
            : new Post(waiting[0].Id);
    }
}
