namespace Bot.Slack;

/// <summary>The people who opened their home tab on this host, the latest ones: only theirs are kept fresh.</summary>
internal sealed class HomeVisits
{
    /// <summary>Whoever is forgotten gets a fresh view when they open the tab again.</summary>
    public const int Most = 500;

    private readonly Lock turn = new();
    private readonly Dictionary<string, LinkedListNode<HomeVisit>> byUser = new(StringComparer.Ordinal);
    private readonly LinkedList<HomeVisit> latestFirst = new();

    public HomeVisit Of(string user)
    {
        lock (turn)
        {
            if (byUser.TryGetValue(user, out var node))
                latestFirst.Remove(node);
            else
                byUser[user] = node = new(new(user));

            latestFirst.AddFirst(node);
            if (latestFirst.Count > Most)
                Forget(latestFirst.Last!);
            return node.Value;
        }
    }

    public IReadOnlyList<HomeVisit> All
    {
        get
        {
            lock (turn)
                return [.. latestFirst];
        }
    }

    private void Forget(LinkedListNode<HomeVisit> node)
    {
        byUser.Remove(node.Value.User);
        latestFirst.Remove(node);
    }
}
