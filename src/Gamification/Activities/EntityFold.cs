using Gamification.Points;

namespace Gamification.Activities;

/// <summary>
/// All facts of one entity in business order, to what they add up to. The order is that of occurrence, kind and identity,
/// whatever arrived first, so the result depends on the set of facts alone.
/// </summary>
internal abstract class EntityFold(EntityId entity, FoldContext context)
{
    private readonly List<Effect> effects = new(1);
    private int firstOfFact;
    private string? unscored;

    protected FoldContext Context { get; } = context;

    protected EntityId Entity { get; } = entity;

    /// <summary>What the facts add up to, in business order.</summary>
    public List<Effect> Effects => effects;

    /// <summary>Sorts the facts in place and folds them; afterwards each carries whether it still says something, and why it counts nowhere.</summary>
    public static EntityFold Of(EntityId entity, List<Fact> facts, FoldContext context)
    {
        facts.Sort(InBusinessOrder);
        var fold = For(facts[0].Activity, entity, context);
        for (var i = 0; i < facts.Count; i++)
            facts[i] = fold.Fold(facts[i]);

        for (var i = 0; i < facts.Count; i++)
            facts[i] = fold.Kept(facts[i]);

        return fold;
    }

    public static int InBusinessOrder(Fact left, Fact right) =>
        left.Occurred.CompareTo(right.Occurred) is not 0 and var byOccurred ? byOccurred
        : ActivityKinds.KindOf(left.Activity).CompareTo(ActivityKinds.KindOf(right.Activity)) is not 0 and var byKind ? byKind
        : left.Id.CompareTo(right.Id);

    private Fact Fold(Fact fact)
    {
        var (state, reason) =
            WaitsFor(fact) is { } waits ? (FactState.Quarantined, waits)
            : Take(fact) ? (FactState.Counted, unscored ?? fact.Remark)
            : (FactState.Superseded, FactReasons.Superseded);
        return fact.State == state && fact.Reason == reason ? fact : fact with { State = state, Reason = reason };
    }

    private bool Take(Fact fact)
    {
        (firstOfFact, unscored) = (effects.Count, null);
        var isNew = Step(fact);
        for (var i = effects.Count - 1; i >= firstOfFact; i--)
            if (effects[i].Measures.IsZero)
                effects.RemoveAt(i);

        return isNew;
    }

    /// <summary>Why the fact cannot take part yet; it is passed over then.</summary>
    protected virtual string? WaitsFor(Fact fact) => null;

    /// <summary>The fact with what the fold fixed about it.</summary>
    protected virtual Fact Kept(Fact fact) => fact;

    /// <summary>Takes one more fact. False when it says nothing that is not known already.</summary>
    protected abstract bool Step(Fact fact);

    /// <summary>Adds what is for badges only: in no day, on no board, without points.</summary>
    protected void AddPast(Fact fact, EffectKind kind, Share share, int? seconds = null) =>
        Add(fact, kind, RuleNames.Past, share, candidate: 0, grouping: null, seconds);

    /// <summary>Says why the fact being folded counts nowhere, though others of its kind do.</summary>
    protected void Leave(string reason) => unscored = reason;

    /// <summary>Adds an effect of the fact being folded; effects under one key are one.</summary>
    protected void Add(Fact fact, EffectKind kind, string rule, Share share, int candidate, string? grouping = null, int? seconds = null)
    {
        var effect = new Effect(
            new(fact.Id, rule, share.Person, share.Dated),
            fact.Position,
            kind,
            grouping,
            share.Measures,
            candidate,
            seconds
        );
        for (var i = firstOfFact; i < effects.Count; i++)
            if (effects[i].Key == effect.Key)
            {
                effects[i] = Together(effects[i], effect);
                return;
            }

        effects.Add(effect);
    }

    private static Effect Together(Effect first, Effect second) =>
        first with
        {
            Kind = first.Kind is EffectKind.Carried || second.Kind is EffectKind.Amount ? first.Kind : second.Kind,
            Measures = first.Measures + second.Measures,
            Candidate = first.Candidate + second.Candidate,
        };

    private static EntityFold For(Activity activity, EntityId entity, FoldContext context) =>
        ActivityKinds.KindOf(activity) switch
        {
            ActivityKind.QuoteSent or ActivityKind.QuoteVoided => new QuoteFold(entity, context),
            ActivityKind.MessageReceived or ActivityKind.ConversationReassigned or ActivityKind.MessageReplied => new ConversationFold(
                entity,
                context
            ),
            ActivityKind.Logged => new LoggedFold(entity, context),
            _ => new DealFold(entity, context),
        };
}
