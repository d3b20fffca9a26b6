using Gamification.Activities;

namespace Gamification.Points;

/// <summary>Turns the effects of one entity into what its ledger lines should be.</summary>
internal static class EntityLines
{
    /// <summary>
    /// Open lines follow the effects. Closed ones stay as they are; what they would have changed by is posted as a correction on the
    /// day of the fact that brought it, so that the sum over all periods is right.
    /// </summary>
    public static void Apply(Book book, EntityId entity, List<Effect> effects, Occasion occasion)
    {
        Dictionary<PersonId, Figures>? missing = null;
        foreach (var line in book.LinesOf(entity))
            if (line is { IsFrozen: true, Posted.IsLive: true } && IsOfFold(line))
                Miss(ref missing, line.Key.Person, default, line.Posted);
            else if (line is { IsFrozen: false, Posted.IsLive: true } && IsOfFold(line))
                line.Withdraw();
            else if (IsCorrection(line) && !line.Settled.IsEmpty)
                Miss(ref missing, line.Key.Person, default, line.Settled);

        foreach (var effect in effects)
        {
            var line = book.At(effect.Key, effect.Position, entity, effect.Grouping);
            if (line.IsFrozen)
                Miss(ref missing, line.Key.Person, Of(effect, line), default);
            else if (line.Posted.Measures == effect.Measures && line.Posted.ReplySeconds == effect.ReplySeconds)
                Keep(line, effect);
            else
                line.Want(effect);
        }

        if (missing is not null)
            foreach (var (person, figures) in missing)
                if (IsWrong(figures, book, entity, occasion) && LineOf(book, entity, person, occasion) is { } line)
                    Correct(line, figures + (occasion.IsAgain ? TakeBack(book, entity, person) : line.Settled));
    }

    /// <summary>
    /// The facts still say what is posted; another day of the calendar may have other rules. Whether a quote has its deal's place is
    /// dealt with all the deal's quotes.
    /// </summary>
    private static void Keep(Line line, Effect effect)
    {
        line.KeepAt(effect.Position);
        var isPlaced = effect.Grouping is null || line.Posted.Candidate != 0;
        if (effect.Kind is EffectKind.Earn && (line.Key.Rule is not RuleNames.Quote || isPlaced))
            line.WantCandidate(effect.Candidate);
        else if (effect.Kind is EffectKind.Undo && line.Key.Rule is not RuleNames.Quote)
            line.WantCandidate(effect.Candidate);
    }

    private static bool IsOfFold(Line line) => line.Key.Rule is not RuleNames.ActiveDay && !IsCorrection(line);

    private static bool IsCorrection(Line line) => line.Key.Rule is RuleNames.Correction or RuleNames.PastCorrection;

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

    /// <summary>Where nothing is closed any more, corrections go even if they cancelled each other. Those of the imported past move no points and may stay.</summary>
    private static bool IsWrong(Figures missing, Book book, EntityId entity, Occasion occasion) =>
        !missing.IsEmpty
        || (
            occasion is { IsAgain: true, HasLate: false }
            && book.LinesOf(entity).Any(line => line.Key.Rule is RuleNames.Correction)
            && !book.LinesOf(entity).Any(line => line.IsFrozen)
        );

    /// <summary>
    /// The line of the newest fact. What is derived again keeps to the correction that is there: what is missing then can only be that
    /// some of it is no longer due.
    /// </summary>
    private static Line? LineOf(Book book, EntityId entity, PersonId person, Occasion occasion) =>
        occasion.IsAgain && LastCorrection(book, entity, person) is { } last ? last
        : occasion.Newest is { } newest
            ? book.At(new(newest.Id, RuleOf(newest), person, newest.Credited), newest.Position, entity, grouping: null)
        : null;

    /// <summary>What was imported into closed periods moves no points.</summary>
    private static string RuleOf(Fact newest) => newest.IsPast ? RuleNames.PastCorrection : RuleNames.Correction;

    private static void Correct(Line line, Figures wanted)
    {
        if (!wanted.IsEmpty)
            line.Want(
                new(wanted.Measures, (int)wanted.Points, line.Posted.Points, null),
                EffectKind.Carried,
                line.IsPast ? Reasons.ImportedCorrection : Reasons.Correction
            );
    }

    /// <summary>Withdraws the open corrections; answers what they came to.</summary>
    private static Figures TakeBack(Book book, EntityId entity, PersonId person)
    {
        var sum = default(Figures);
        foreach (var line in book.LinesOf(entity))
            if (!line.IsFrozen && IsCorrection(line) && line.Key.Person == person)
            {
                sum += line.Settled;
                line.Withdraw();
            }

        return sum;
    }

    private static Line? LastCorrection(Book book, EntityId entity, PersonId person)
    {
        Line? last = null;
        foreach (var line in book.LinesOf(entity))
            if (!line.IsFrozen && IsCorrection(line) && line.Key.Person == person && (last is null || line.Position > last.Position))
                last = line;

        return last;
    }
}
