using Gamification.Activities;
using Gamification.Points;
using Gamification.Time;

namespace Gamification.Verifying;

/// <summary>Folds whole entities afresh and compares what they should have in the ledger with what they have.</summary>
public sealed class EntityVerification
{
    private static readonly List<Effect> None = [];
    private readonly World world;
    private readonly Book book;
    private readonly FoldContext context;
    private readonly List<Difference> differences = [];
    private readonly List<Fact> stored = [];
    private readonly List<Fact> folded = [];

    /// <param name="world">With all facts and all lines of the entities asked for, and the people they name.</param>
    public EntityVerification(World world)
    {
        this.world = world;
        var closes = new Closes(world.Closed);
        book = new(world, closes);
        context = new(world, closes, book, new(world, []));
    }

    /// <summary>What differs; empty when the entity is right.</summary>
    public IReadOnlyList<Difference> Of(EntityId entity)
    {
        differences.Clear();
        book.Open(entity);
        Load(entity);
        folded.AddRange(stored);
        var effects = folded.Count == 0 ? None : EntityFold.Of(entity, folded, context).Effects;
        EntityLines.Apply(book, entity, effects, Occasion.Again(folded, moved: []));
        CompareStates();
        CompareLines(entity, effects);
        CompareSums(entity, effects);
        return differences.Count == 0 ? [] : [.. differences];
    }

    private void Load(EntityId entity)
    {
        stored.Clear();
        folded.Clear();
        foreach (var fact in world.Facts.GetValueOrDefault(entity, []))
            if (fact.State is not FactState.Quarantined)
                stored.Add(fact);

        stored.Sort(EntityFold.InBusinessOrder);
    }

    private void CompareStates()
    {
        for (var i = 0; i < stored.Count; i++)
            if ((stored[i], folded[i]) is var (before, after) && (before.State, before.Reason) != (after.State, after.Reason))
                differences.Add(
                    new(DifferenceKind.Fact, after.Person, after.Id, (before.State, before.Reason), (after.State, after.Reason))
                );
    }

    private void CompareLines(EntityId entity, List<Effect> effects)
    {
        foreach (var line in book.LinesOf(entity))
            if (line.IsTouched)
                Add(line, line.Wanted);

        foreach (var effect in effects)
            if (book.At(effect.Key, effect.Position, entity, null) is { IsTouched: false, IsFrozen: false } line && !IsRight(line, effect))
                Add(line, line.Posted with { Candidate = effect.Candidate });
    }

    /// <summary>A quote of a deal may have no place; which of them has one is seen with the deal's other quotes.</summary>
    private static bool IsRight(Line line, Effect effect) =>
        line.Posted.Candidate == effect.Candidate || (line.Key.Rule is RuleNames.Quote && line.Posted.Candidate == 0);

    /// <summary>Over all periods, closed ones with their corrections, the counts are those of the facts.</summary>
    private void CompareSums(EntityId entity, List<Effect> effects)
    {
        var lines = book.LinesOf(entity);
        if (!lines.Exists(line => line.IsFrozen))
            return;

        var sums = new Dictionary<PersonId, Measures>();
        foreach (var effect in effects)
            sums[effect.Key.Person] = sums.GetValueOrDefault(effect.Key.Person) + effect.Measures;
        foreach (var line in lines)
            if (line.Key.Rule is not RuleNames.ActiveDay)
                sums[line.Key.Person] = sums.GetValueOrDefault(line.Key.Person) - line.Wanted.Measures;

        foreach (var (person, missing) in sums)
            if (!missing.IsZero)
                differences.Add(new(DifferenceKind.Line, person, $"{entity} over all periods", default(Measures) - missing, "0"));
    }

    private void Add(Line line, Figures wanted) =>
        differences.Add(new(DifferenceKind.Line, line.Key.Person, line.Key, line.Posted, wanted));
}
