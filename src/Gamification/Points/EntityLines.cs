using Gamification.Activities;

namespace Gamification.Points;

/// <summary>Turns the effects of one entity into what its ledger lines should be.</summary>
internal static class EntityLines
{
    /// <summary>
    /// Open lines follow the effects. Closed ones stay as they are; what they would have changed by is posted as a correction on the
    /// day of the fact that brought it, so that the sum over all periods is right.
    /// </summary>
    /// <param name="cause">Where the newest fact stands; null when nothing new is known, so that nothing is said about closed periods.</param>
    public static void Apply(Book book, EntityId entity, IReadOnlyList<Effect> effects, Position? cause)
    {
        Dictionary<PersonId, Figures>? missing = null;
        foreach (var line in book.LinesOf(entity))
            if (line is { IsFrozen: true, Posted.IsLive: true } && IsOfFold(line))
                Miss(ref missing, line.Key.Person, default, line.Posted);
            else if (line is { IsFrozen: false, Posted.IsLive: true } && IsOfFold(line))
                line.Withdraw();
            else if (line.Key.Rule is RuleNames.Correction && !line.Posted.IsEmpty)
                Miss(ref missing, line.Key.Person, default, line.Posted);

        foreach (var effect in effects)
        {
            var line = book.At(effect.Key, effect.Position, entity, effect.Grouping);
            if (line.IsFrozen)
                Miss(ref missing, line.Key.Person, Of(effect, line), default);
            else if (line.Posted.Measures == effect.Measures && line.Posted.ReplySeconds == effect.ReplySeconds)
                line.KeepAt(effect.Position);
            else
                line.Want(effect);
        }

        if (missing is not null)
            foreach (var (person, figures) in missing)
                if (!figures.IsEmpty)
                    Correct(book, entity, person, figures, cause);
    }

    private static bool IsOfFold(Line line) => line.Key.Rule is not (RuleNames.ActiveDay or RuleNames.Correction);

    /// <summary>The limits' share of a closed line is settled: only one that is not posted yet brings its candidate.</summary>
    private static Figures Of(Effect effect, Line line) =>
        line.Posted.Measures == effect.Measures
            ? line.Posted
            : new(effect.Measures, effect.Candidate, line.Posted.IsLive ? line.Posted.Points : effect.Candidate, null);

    private static void Miss(ref Dictionary<PersonId, Figures>? missing, PersonId person, Figures wanted, Figures posted)
    {
        missing ??= [];
        var known = missing.GetValueOrDefault(person);
        missing[person] = new(known.Measures + wanted.Measures - posted.Measures, 0, known.Points + wanted.Points - posted.Points, null);
    }

    /// <summary>
    /// On the line of the newest fact; what is missing without one can only be that corrections of a reopened period are no longer due,
    /// and goes from the last of them that is open.
    /// </summary>
    private static void Correct(Book book, EntityId entity, PersonId person, Figures missing, Position? cause)
    {
        var line = cause is { } newest
            ? book.At(new(newest.Fact, RuleNames.Correction, person, newest.Credited), newest, entity, null)
            : LastCorrection(book, entity, person);
        line?.Want(
            new(line.Posted.Measures + missing.Measures, line.Posted.Candidate + (int)missing.Points, line.Posted.Points, null),
            EffectKind.Carried,
            Reasons.Correction
        );
    }

    private static Line? LastCorrection(Book book, EntityId entity, PersonId person)
    {
        Line? last = null;
        foreach (var line in book.LinesOf(entity))
            if (
                line is { IsFrozen: false, Key.Rule: RuleNames.Correction }
                && line.Key.Person == person
                && (last is null || line.Position > last.Position)
            )
                last = line;

        return last;
    }
}
