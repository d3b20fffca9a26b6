using Gamification.Activities;

namespace Gamification.Points;

/// <summary>Turns the effects of one entity into what its ledger lines should be.</summary>
internal static class EntityLines
{
    /// <summary>
    /// Open lines follow the effects. Closed ones stay as they are; what they would have changed by is posted as a correction on the
    /// day of the fact that brought it, so that the sum over all periods is right.
    /// </summary>
    public static void Apply(Book book, EntityId entity, IReadOnlyList<Effect> effects, Position cause)
    {
        Dictionary<PersonId, Figures>? carried = null;
        foreach (var line in book.LinesOf(entity))
            if (line is { IsFrozen: true, Posted.IsLive: true } && IsOfFold(line))
                Carry(ref carried, line.Key.Person, default, line.Posted);
            else if (line is { IsFrozen: false, Posted.IsLive: true } && IsOfFold(line))
                line.Withdraw();

        foreach (var effect in effects)
        {
            var line = book.At(effect.Key, effect.Position, entity, effect.Grouping);
            if (line.IsFrozen)
                Carry(ref carried, line.Key.Person, Of(effect, line), default);
            else if (line.Posted.Measures == effect.Measures && line.Posted.ReplySeconds == effect.ReplySeconds)
                line.Keep();
            else
                line.Want(effect);
        }

        if (carried is not null)
            Correct(book, entity, carried, cause);
    }

    private static bool IsOfFold(Line line) => line.Key.Rule is not (RuleNames.ActiveDay or RuleNames.Correction);

    /// <summary>The limits' share of a closed line is settled: only one that is not posted yet brings its candidate.</summary>
    private static Figures Of(Effect effect, Line line) =>
        line.Posted.Measures == effect.Measures
            ? line.Posted
            : new(effect.Measures, effect.Candidate, line.Posted.IsLive ? line.Posted.Points : effect.Candidate, null);

    private static void Carry(ref Dictionary<PersonId, Figures>? carried, PersonId person, Figures wanted, Figures posted)
    {
        carried ??= [];
        var known = carried.GetValueOrDefault(person);
        carried[person] = new(known.Measures + wanted.Measures - posted.Measures, 0, known.Points + wanted.Points - posted.Points, null);
    }

    private static void Correct(Book book, EntityId entity, Dictionary<PersonId, Figures> carried, Position cause)
    {
        foreach (var line in book.LinesOf(entity))
            if (line.Key.Rule is RuleNames.Correction)
                Carry(ref carried!, line.Key.Person, default, line.Posted);

        foreach (var (person, missing) in carried)
        {
            if (missing is { Measures.IsZero: true, Points: 0 })
                continue;

            var line = book.At(new(cause.Fact, RuleNames.Correction, person, cause.Credited), cause, entity, null);
            line.Want(
                new(line.Posted.Measures + missing.Measures, line.Posted.Candidate + (int)missing.Points, line.Posted.Points, null),
                EffectKind.Carried,
                Reasons.Correction
            );
        }
    }
}
