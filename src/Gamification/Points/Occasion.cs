using Gamification.Activities;

namespace Gamification.Points;

/// <summary>Why the lines of an entity are looked at.</summary>
/// <param name="Newest">The newest fact that came or moved; null where none did, so that nothing new is said about closed periods.</param>
/// <param name="IsAgain">What is stored is derived again: corrections of a period that is open again go back before others come.</param>
/// <param name="HasLate">A fact of the entity found its period closed.</param>
internal readonly record struct Occasion(Fact? Newest, bool IsAgain, bool HasLate)
{
    public static Occasion New(IReadOnlyList<Fact> added) => new(NewestOf(added), IsAgain: false, HasLate: false);

    /// <summary>A fact of another entity says something new about this one: it stands where that one does, under a fact of its own.</summary>
    public static Occasion Of(Fact other, Fact own) => new(other with { Id = own.Id }, IsAgain: false, HasLate: false);

    public static Occasion Again(IReadOnlyList<Fact> facts, IReadOnlyList<Fact> moved) =>
        new(NewestOf(moved), IsAgain: true, facts.Any(fact => fact.Credited != fact.Occurred));

    private static Fact? NewestOf(IReadOnlyList<Fact> facts) => facts.MaxBy(fact => fact.Position);
}
