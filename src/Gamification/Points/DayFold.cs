using Gamification.Activities;

namespace Gamification.Points;

/// <summary>
/// Deals the limits of one person's local day in order of position. A place once taken stays taken when its quote is voided;
/// an undo takes back what its entity earned here.
/// </summary>
internal sealed class DayFold(DayKey key, PointRules rules)
{
    private readonly List<EntityId> places = [];
    private readonly Dictionary<EntityId, int> replies = [];
    private int repliesOfDay;
    private Position last = Positions.Start;

    /// <summary>Goes on from where the day stood.</summary>
    public DayFold Resume(DayState? state)
    {
        if (state is null)
            return this;

        last = state.Last;
        places.AddRange(state.QuotePlaces);
        foreach (var (conversation, count) in state.ReplyScores)
            (replies[conversation], repliesOfDay) = (count, repliesOfDay + count);

        return this;
    }

    /// <summary>Scores live lines, given in order. What earns goes first: at equal instants an undo may stand before what it takes back.</summary>
    public void Take(IReadOnlyList<Line> ordered)
    {
        foreach (var line in ordered)
            if (line.Kind is EffectKind.Earn)
                Take(line);

        foreach (var line in ordered)
            if (line.Kind is not EffectKind.Earn)
                Take(line);
    }

    public DayState State(bool isActive) => new(key.Person, key.Date, last, places, replies, isActive);

    private void Take(Line line)
    {
        if (line.Position > last)
            last = line.Position;

        if (line.IsFrozen)
            Remember(line);
        else
        {
            var (points, reason) = Score(line);
            line.Score(points, reason);
        }
    }

    /// <summary>A closed line keeps its points, and its place with them.</summary>
    private void Remember(Line line)
    {
        if (line is { Kind: EffectKind.Earn, Posted.Points: > 0 })
            _ = Score(line);
    }

    private (long Points, string Reason) Score(Line line) =>
        (line.Kind, line.Key.Rule) switch
        {
            (EffectKind.Earn, RuleNames.Quote) => ScoreQuote(line),
            (EffectKind.Earn, RuleNames.Reply) => ScoreReply(line),
            (EffectKind.Earn, _) => (line.Wanted.Candidate, line.Wanted.Candidate == 0 ? Reasons.NoPoints : Reasons.Scored),
            (EffectKind.Undo, RuleNames.Quote) when !places.Contains(line.Entity) => (0, Reasons.Reversal),
            (EffectKind.Undo, _) => (line.Wanted.Candidate, Reasons.Reversal),
            (EffectKind.Carried, RuleNames.Correction) => (line.Wanted.Candidate, Reasons.Correction),
            (EffectKind.Carried, _) => (line.Wanted.Candidate, Reasons.ReversalOfClosed),
            (_, RuleNames.Logged) => (0, Reasons.Logged),
            _ => (0, Reasons.Amount),
        };

    private (long Points, string Reason) ScoreQuote(Line line)
    {
        if (line.Wanted.Candidate == 0)
            return (0, rules.Quote == 0 ? Reasons.NoPoints : Reasons.DealDay);

        if (!places.Contains(line.Entity))
        {
            if (places.Count >= rules.QuotesADay)
                return (0, Reasons.QuotesADay(rules.QuotesADay));

            places.Add(line.Entity);
        }

        return (line.Wanted.Candidate, Reasons.Scored);
    }

    private (long Points, string Reason) ScoreReply(Line line)
    {
        if (line.Wanted.Candidate == 0)
            return (0, IsSlow(line) ? Reasons.Slow(rules.ReplyWithin) : Reasons.NoPoints);

        var ofConversation = replies.GetValueOrDefault(line.Entity);
        if (ofConversation >= rules.RepliesAConversationADay)
            return (0, Reasons.RepliesAConversation(rules.RepliesAConversationADay));

        if (repliesOfDay >= rules.RepliesADay)
            return (0, Reasons.RepliesADay(rules.RepliesADay));

        (replies[line.Entity], repliesOfDay) = (ofConversation + 1, repliesOfDay + 1);
        return (line.Wanted.Candidate, Reasons.Scored);
    }

    private bool IsSlow(Line line) => line.Wanted.ReplySeconds > rules.ReplyWithin.TotalSeconds;
}
