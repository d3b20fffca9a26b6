using System.Numerics;

namespace Gamification.Leaderboards;

/// <summary>All slots of a member table in the order of the board, best first, in blocks of limited size.</summary>
internal sealed class RankBlocks(IComparer<PersonId> insideTies)
{
    private const int Size = 512;

    private readonly List<Block> blocks = [];
    private int[] tree = [0];

    private sealed class Block
    {
        public int[] Slots { get; set; } = new int[16];

        public int Count { get; set; }

        public Span<int> Used => Slots.AsSpan(0, Count);
    }

    public void Insert(MemberTable members, int slot)
    {
        var at = 0;
        if (blocks.Count == 0)
            AddBlock(0, new());
        else
            at = Math.Max(0, BlockOf(members, slot));

        var block = blocks[at];
        if (block.Count == Size)
        {
            Split(members, at, slot);
            at = Math.Max(0, BlockOf(members, slot));
            block = blocks[at];
        }

        if (block.Count == block.Slots.Length)
            block.Slots = [.. block.Used, .. new int[Math.Min(Size, block.Count * 2) - block.Count]];

        var index = IndexIn(members, block, slot);
        block.Slots.AsSpan(index, block.Count - index).CopyTo(block.Slots.AsSpan(index + 1));
        block.Slots[index] = slot;
        block.Count++;
        Change(at, 1);
    }

    public void Remove(MemberTable members, int slot)
    {
        var at = BlockOf(members, slot);
        var block = blocks[at];
        var index = IndexIn(members, block, slot);
        block.Slots.AsSpan(index + 1, block.Count - index - 1).CopyTo(block.Slots.AsSpan(index));
        block.Count--;
        Change(at, -1);
        if (block.Count == 0)
        {
            blocks.RemoveAt(at);
            Rebuild();
        }
    }

    /// <summary>The place of a slot in the order; the first is 0.</summary>
    public int IndexOf(MemberTable members, int slot)
    {
        var at = BlockOf(members, slot);
        return Before(at) + IndexIn(members, blocks[at], slot);
    }

    public int CountAbove(MemberTable members, long score)
    {
        var (low, high) = (0, blocks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (members.ScoreAt(blocks[middle].Slots[0]) > score)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? 0 : Before(low - 1) + AboveIn(members, blocks[low - 1].Used, score);
    }

    public IEnumerable<int> From(int first)
    {
        var (at, skip) = Locate(Math.Max(0, first));
        for (; at < blocks.Count; at++, skip = 0)
        for (var i = skip; i < blocks[at].Count; i++)
            yield return blocks[at].Slots[i];
    }

    /// <summary>The block that holds a place, and how far into it: down the tree by halves.</summary>
    private (int Block, int Skip) Locate(int place)
    {
        var at = 0;
        for (var step = (int)BitOperations.RoundUpToPowerOf2((uint)tree.Length); step > 0; step /= 2)
            if (at + step < tree.Length && tree[at + step] <= place)
            {
                at += step;
                place -= tree[at];
            }

        return (at, place);
    }

    private static int AboveIn(MemberTable members, ReadOnlySpan<int> slots, long score)
    {
        var (low, high) = (0, slots.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (members.ScoreAt(slots[middle]) > score)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The last block that starts at or before the slot's place; -1 before all.</summary>
    private int BlockOf(MemberTable members, int slot)
    {
        var (low, high) = (0, blocks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Compare(members, blocks[middle].Slots[0], slot) <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    private int IndexIn(MemberTable members, Block block, int slot)
    {
        var (low, high) = (0, block.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Compare(members, block.Slots[middle], slot) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int Compare(MemberTable members, int left, int right) =>
        members.ScoreAt(right).CompareTo(members.ScoreAt(left)) is not 0 and var byScore
            ? byScore
            : insideTies.Compare(members.PersonAt(left), members.PersonAt(right));

    /// <summary>Halves a full block; one that is filled in order stays full but for its last member.</summary>
    private void Split(MemberTable members, int at, int slot)
    {
        var block = blocks[at];
        var isFilledInOrder = at == blocks.Count - 1 && IndexIn(members, block, slot) == Size;
        var keep = isFilledInOrder ? Size - 1 : Size / 2;
        var second = new Block { Slots = new int[Size], Count = Size - keep };
        block.Slots.AsSpan(keep).CopyTo(second.Slots);
        block.Count = keep;
        AddBlock(at + 1, second);
    }

    private void AddBlock(int at, Block block)
    {
        blocks.Insert(at, block);
        Rebuild();
    }

    private void Rebuild()
    {
        tree = new int[blocks.Count + 1];
        for (var i = 0; i < blocks.Count; i++)
            Change(i, blocks[i].Count);
    }

    private void Change(int block, int by)
    {
        for (var i = block + 1; i < tree.Length; i += i & -i)
            tree[i] += by;
    }

    private int Before(int block)
    {
        var sum = 0;
        for (var i = block; i > 0; i -= i & -i)
            sum += tree[i];

        return sum;
    }
}
