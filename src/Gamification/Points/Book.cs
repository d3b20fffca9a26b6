using System.Runtime.InteropServices;
using Gamification.Activities;
using Gamification.People;
using Gamification.Time;

namespace Gamification.Points;

/// <summary>The part of the ledger that a group touches: what is posted, and what should be.</summary>
internal sealed class Book(World world, Closes closes)
{
    private static readonly List<Line> None = [];
    private readonly Dictionary<EntryKey, Line> lines = new(world.Entries.Count);
    private readonly Dictionary<EntityId, List<Line>> byEntity = new(world.Entries.Count);
    private readonly HashSet<EntityId> whole = [];

    public IEnumerable<Line> Lines => lines.Values;

    public List<Line> LinesOf(EntityId entity) => byEntity.GetValueOrDefault(entity, None);

    /// <summary>Loads all lines of an entity, once.</summary>
    public void Open(EntityId entity)
    {
        if (whole.Add(entity) && world.Entries.TryGetValue(entity, out var entries))
            Load(entries);
    }

    /// <summary>Loads the lines of a day that did not come with their entity, and names all of the day.</summary>
    public IReadOnlyCollection<Line> Open(DayKey day)
    {
        var entries = world.DayEntries[day].Where(entry => !RuleNames.IsBonus(entry.Key.Rule)).ToList();
        Load(entries.Where(entry => !whole.Contains(entry.Entity)));
        return entries.Select(entry => lines[entry.Key]).ToHashSet();
    }

    public Line At(EntryKey key, Position position, EntityId entity, string? grouping)
    {
        ref var line = ref CollectionsMarshal.GetValueRefOrAddDefault(lines, key, out var exists);
        if (exists)
            return line!;

        line = new(key, position, entity, grouping, world.People[key.Person])
        {
            IsFrozen = !RuleNames.IsPast(key.Rule) && closes.Hold(key.Dated),
        };
        ref var ofEntity = ref CollectionsMarshal.GetValueRefOrAddDefault(byEntity, entity, out _);
        (ofEntity ??= new(1)).Add(line);
        return line;
    }

    /// <summary>Points of rewards are no line of an entity and in no limit.</summary>
    private void Load(IEnumerable<Entry> entries)
    {
        foreach (var entry in entries)
            if (!RuleNames.IsBonus(entry.Key.Rule))
                At(entry.Key, entry.Position, entry.Entity, entry.Grouping).Load(entry);
    }
}
