using Gamification;
using Gamification.Leaderboards;
using Gamification.People;

namespace Storage;

/// <summary>What is to change in a board: the people named by the commits up to <paramref name="Commit"/>, with the seats they have now.</summary>
internal sealed record BoardChanges(long Commit, IReadOnlyCollection<PersonId> People, IReadOnlyCollection<Seat> Seats);

/// <summary>One board in memory, as of a commit.</summary>
internal sealed class BoardMemory
{
    private readonly Lock gate = new();
    private readonly Dictionary<PersonId, Face> faces = [];
    private readonly RankIndex index;
    private long commit;

    public BoardMemory(long commit, IEnumerable<Seat> seats)
    {
        index = new(new ByShownName(faces));
        this.commit = commit;
        // In the board's order each lands where the last one did: a third of the time at a million people.
        foreach (var seat in seats.OrderByDescending(seat => seat.Score).ThenBy(seat => seat.Face.Name, StringComparer.OrdinalIgnoreCase))
            Take(seat);
    }

    /// <summary>The last commit this board has seen.</summary>
    public long Commit
    {
        get
        {
            lock (gate)
                return commit;
        }
    }

    public int Count
    {
        get
        {
            lock (gate)
                return index.Count;
        }
    }

    /// <summary>Changes that another reader was quicker to bring are passed by.</summary>
    public void Apply(BoardChanges changes)
    {
        lock (gate)
        {
            if (changes.Commit <= commit)
                return;

            // Everybody leaves first: the index finds a person by the name they had.
            foreach (var person in changes.People)
                Leave(person);
            foreach (var seat in changes.Seats)
                Take(seat);
            commit = changes.Commit;
        }
    }

    public BoardSlice Slice(PersonId? viewer, int top, int around)
    {
        lock (gate)
        {
            var first = Rows(index.Top(top));
            return viewer is { } person && index.ScoreOf(person) is { } score
                ? new(index.Count, first, Row(person, score), Rows(index.Neighbours(person, around)), index.NextAbove(score))
                : new(index.Count, first, Viewer: null, Around: [], Above: null);
        }
    }

    public IReadOnlyList<BoardRow> All()
    {
        lock (gate)
            return Rows(index.Top(index.Count));
    }

    private void Leave(PersonId person)
    {
        index.Remove(person);
        faces.Remove(person);
    }

    private void Take(Seat seat)
    {
        faces.Add(seat.Person, seat.Face);
        index.Set(seat.Person, seat.Score);
    }

    private List<BoardRow> Rows(IReadOnlyList<Member> members)
    {
        var rows = new List<BoardRow>(members.Count);
        foreach (var member in members)
            rows.Add(Row(member.Person, member.Score));
        return rows;
    }

    private BoardRow Row(PersonId person, long score)
    {
        var face = faces[person];
        return new(index.RankOf(score), person, face.Name, face.Alias, face.Publicity, score);
    }

    /// <summary>Inside a tie by what others see: an alias must not give away the name by its place.</summary>
    private sealed class ByShownName(Dictionary<PersonId, Face> faces) : IComparer<PersonId>
    {
        public int Compare(PersonId x, PersonId y) => Leaderboard.InsideTies(Shown(x), x, Shown(y), y);

        private string Shown(PersonId person) =>
            faces[person] is { Publicity: Publicity.Alias } hidden ? hidden.Alias ?? person.Value : faces[person].Name;
    }
}
