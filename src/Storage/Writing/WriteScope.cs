using Gamification;
using NodaTime;

namespace Storage.Writing;

/// <summary>What the parts of one transaction share.</summary>
internal sealed class WriteScope(IWriteConnection connection, Setup setup, Organisation organisation, Rulebook rules, Instant now)
{
    private Rulebook? present;

    public IWriteConnection Connection => connection;

    public GameContext Db => connection.Context;

    public Setup Setup => setup;

    public Organisation Organisation => organisation;

    /// <summary>The rules that hold now.</summary>
    public Rulebook Rules => present ?? rules;

    public Instant Now => now;

    /// <summary>The number of this commit.</summary>
    public long Number { get; private set; }

    /// <summary>The number of the commit that last changed the setup; this one's once it changes it.</summary>
    public long SetupNumber { get; private set; }

    /// <summary>Whose rows on boards change.</summary>
    public HashSet<PersonId> Changed { get; } = [];

    /// <summary>Whether a goal was changed by this transaction.</summary>
    public bool ChangesGoals { get; set; }

    /// <summary>Who is told now what comes of this transaction, because they asked for it.</summary>
    public PersonId? Answered { get; set; }

    public bool ChangesSetup => SetupNumber == Number;

    public async Task StartAsync(CancellationToken ct)
    {
        var newest = await connection.ReadAsync(CommitTable.Newest, [0], ct);
        var (number, changedAt) = newest.Count > 0 ? newest[0] : (0, 0);
        (Number, SetupNumber) = (number + 1, changedAt);
        setup.At(changedAt);
        await ReadRulesAsync(ct);
    }

    /// <summary>Takes the rules as admins set them by now.</summary>
    public async Task ReadRulesAsync(CancellationToken ct)
    {
        setup.Badges ??= await StoredBadgeSetting.ReadAsync(Db, ct);
        LocalDate? today = Now == default ? null : organisation.DayOf(Now);
        present = rules with { Badges = setup.Badges.On(today, rules.Badges, organisation) };
    }

    /// <summary>Saves what was added and changed; other statements may change the same rows afterwards, so none is kept in memory.</summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        await Db.SaveChangesAsync(ct);
        Db.ChangeTracker.Clear();
    }

    public void ChangeSetup()
    {
        SetupNumber = Number;
        setup.Forget();
    }
}
