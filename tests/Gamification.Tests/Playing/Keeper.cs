using Gamification.Activities;
using Gamification.Announcements;
using Gamification.Badges;
using Gamification.Exchange;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using Gamification.Rewards;
using Gamification.Time;
using Gamification.Verifying;
using NodaTime;

namespace Gamification.Tests.Playing;

/// <summary>
/// Stands for the database: keeps what outcomes write and shows a play exactly what it may ask for, so a play that relies on more
/// than it named fails here.
/// </summary>
internal sealed class Keeper(Organisation organisation, Rulebook rules, IReadOnlyList<Person> people)
{
    private readonly Dictionary<PersonId, Person> people = people.ToDictionary(person => person.Id);
    private readonly List<ClosedPeriod> closed = [];
    private readonly HashSet<(string, string)> told = [];
    private readonly HashSet<PeriodKey> reopened = [];
    private long commit;

    public Rulebook Rules { get; set; } = rules;

    public Dictionary<(string Connection, string Owner), PersonId> Owners { get; } =
        people.ToDictionary(person => ("crm", $"{person.Id}@example.com"), person => person.Id);

    public List<DatedRate> Rates { get; } = [];

    public List<ConnectedChannel> Channels { get; } = [];

    public Dictionary<SubjectId, IReadOnlyList<PersonId>> Managers { get; } = [];

    /// <summary>What a person has: grant lines of coins and what accelerators paid.</summary>
    public long Wallet(string person) =>
        GrantLines
            .Where(line => line.Recipient == SubjectId.Of(new(person)) && RewardNames.KindOf(line.Reward) is RewardNames.Coins)
            .Sum(line => line.Amount) + Coins.Where(coins => coins.Scope.Subject == SubjectId.Of(new(person))).Sum(coins => coins.Amount);

    public Dictionary<FactId, Fact> Facts { get; } = [];

    public List<Entry> Entries { get; } = [];

    public Dictionary<DayKey, DayState> Days { get; } = [];

    public Dictionary<TallyKey, Tally> Tallies { get; } = [];

    public Dictionary<(string Badge, PersonId Person, string Period), BadgeProgress> Badges { get; } = [];

    /// <summary>Of the badges that do not repeat.</summary>
    public Dictionary<(string Badge, PersonId Person), BadgeProgress> Progress =>
        Badges.Where(row => row.Key.Period.Length == 0).ToDictionary(row => (row.Key.Badge, row.Key.Person), row => row.Value);

    public List<Award> Awards { get; } = [];

    public Dictionary<GoalId, Goal> Goals { get; } = [];

    public Dictionary<GoalScope, GoalProgress> GoalProgress { get; } = [];

    /// <summary>By the order of their insert.</summary>
    public Dictionary<GrantKey, Grant> Grants { get; } = [];

    public List<GrantLine> GrantLines { get; } = [];

    public List<RecipientChange> RecipientChanges { get; } = [];

    public List<CoinEntry> Coins { get; } = [];

    public Dictionary<GoalScope, Unlock> Unlocks { get; } = [];

    public List<Announcement> Announcements { get; } = [];

    /// <summary>How many scopes had to be counted again.</summary>
    public int Recounts { get; private set; }

    public void Play(params IReadOnlyList<Reported> group)
    {
        var fresh = group.Where(reported => !Facts.ContainsKey(reported.Id)).ToList();
        var world = World(fresh.Select(reported => (reported.Id, reported.Activity)));
        while (IsForeseen(commit) && Engine.Foresee(fresh, world) is { } needs)
            world = Load(world, needs);

        Write(Settle(world, present => Engine.Play(fresh, present)));
    }

    public void Release()
    {
        var waiting = Facts.Values.Where(fact => fact.State is FactState.Quarantined).ToList();
        Write(Settle(World(waiting.Select(fact => (fact.Id, fact.Activity))), world => Engine.Release(waiting, world)));
    }

    public void Close(PeriodKind kind, LocalDate day)
    {
        Close(Time.Period.Of(kind, day));
    }

    public void Close(Time.Period period)
    {
        var kind = period.Kind;
        closed.Add(new(period.Key, kind, period.StartIn(organisation.Zone)!.Value, period.EndIn(organisation.Zone)!.Value, ++commit));
        Recount(Gamification.Recount.Nothing with { Goals = ScopesIn(period) });
    }

    /// <summary>A goal is made or changed: it is counted again in every period there is.</summary>
    public void Put(Goal goal)
    {
        Goals[goal.Id] = goal;
        CountAgain(goal.Id);
    }

    /// <summary>Somebody changed what a grant or a goal rests on besides facts.</summary>
    public void CountAgain(GoalId goal) =>
        Recount(Gamification.Recount.Nothing with { Goals = AllScopes().Where(scope => scope.Goal == goal).ToHashSet() });

    public bool IsClosed(PeriodKey period) => closed.Exists(close => close.Key == period);

    /// <summary>A person's calendar or teams change: all of theirs that is open is derived again.</summary>
    /// <param name="at">When it was changed, where that may matter.</param>
    public void Change(Person person, Instant? at = null)
    {
        var before = people[person.Id];
        people[person.Id] = person;
        var lines = Entries.Where(entry => entry.Key.Person == person.Id).ToList();
        Recount(
            new(
                lines.Select(entry => entry.Entity).ToHashSet(),
                lines
                    .SelectMany(entry => new[] { person.DayOf(entry.Key.Dated), before.DayOf(entry.Key.Dated) })
                    .Select(date => new DayKey(person.Id, date))
                    .ToHashSet(),
                new HashSet<PersonId> { person.Id }
            )
            {
                CalendarChanged = at,
                Goals = AllScopes(),
            }
        );
    }

    /// <summary>From now on other rules hold, and the badges of everybody are counted again.</summary>
    public void Change(Rulebook rules)
    {
        Rules = rules;
        Recount(Gamification.Recount.Nothing with { Badges = people.Keys.ToHashSet() });
    }

    /// <summary>Derives all there is again, and says whether anything differed.</summary>
    public bool RecountEverything()
    {
        var (lines, awards, grants) = (Entries.Count, Awards.Count, GrantLines.Count + Coins.Count);
        Recount(
            new(Facts.Values.Select(fact => fact.Entity).ToHashSet(), Days.Keys.ToHashSet(), people.Keys.ToHashSet())
            {
                Goals = AllScopes(),
            }
        );
        return (lines, awards, grants) != (Entries.Count, Awards.Count, GrantLines.Count + Coins.Count);
    }

    /// <summary>Everything that is not what a fresh fold of all facts gives.</summary>
    public IReadOnlyList<Difference> Verify()
    {
        var entities = Facts.Values.Select(fact => fact.Entity).Concat(Entries.Select(entry => entry.Entity)).ToHashSet();
        var world = World(Facts.Values.Select(fact => (fact.Id, fact.Activity)), entities);
        var check = new EntityVerification(world);
        return
        [
            .. entities.SelectMany(check.Of),
            .. world
                .Groupings.Keys.SelectMany(deal => DealVerification.Of(deal, world))
                .Select(quote => new Difference(DifferenceKind.Line, null, quote.Value, "", "another candidate")),
            .. people.Keys.SelectMany(person => Verify(person, world)),
            .. VerifyGoals(world),
        ];
    }

    /// <summary>How many grants are kept although their tiers were never reached.</summary>
    public int Kept() => Verification(World([])).Kept;

    private IReadOnlyList<Difference> VerifyGoals(World world) => Verification(world).Run();

    private GoalVerification Verification(World world)
    {
        var scopes = AllScopes().Where(scope => Goals[scope.Goal].Assignment is not null).ToHashSet();
        var verification = new GoalVerification(world, scopes);
        while (verification.Needs is { } needs)
        {
            world = Load(world, needs);
            verification = new(world, scopes);
        }

        return verification;
    }

    private IReadOnlyList<Difference> Verify(PersonId person, World world)
    {
        var history = Entries.Where(entry => entry.Key.Person == person).ToList();
        var days = history
            .Select(entry => new DayKey(person, people[person].DayOf(entry.Key.Dated)))
            .Concat(Days.Keys.Where(day => day.Person == person))
            .ToHashSet();
        var whole = world with
        {
            Days = days.ToDictionary(day => day, Days.GetValueOrDefault),
            DayEntries = days.ToDictionary(day => day, EntriesOf),
            Progress = new Dictionary<PersonId, IReadOnlyList<BadgeProgress>>
            {
                [person] = [.. Badges.Values.Where(row => row.Person == person)],
            },
            Histories = new Dictionary<PersonId, IReadOnlyList<Entry>> { [person] = history },
            GoalOutcomes = OutcomesOf([person]),
            Goals = new Dictionary<SubjectId, IReadOnlyList<Goal>> { [SubjectId.Of(person)] = GoalsOf(SubjectId.Of(person)) },
        };
        whole = whole with
        {
            GoalProgress = ScopesOf(person)
                .Concat(ChainedMonths.Of(whole, person, history))
                .ToDictionary(scope => scope, GoalProgress.GetValueOrDefault),
        };
        return new PersonVerification(whole, person, [.. Tallies.Values.Where(tally => tally.Key.Person == person)]).Run();
    }

    /// <summary>Closes what is due at a moment, as the schedule does.</summary>
    public void CloseDue(Instant now)
    {
        var first = Facts.Count == 0 ? (LocalDate?)null : organisation.DayOf(Facts.Values.Min(fact => fact.Credited));
        var closes = closed.Select(period => new PeriodClose(period.Key, period.Kind, CloseState.Closed, Version: 1)).ToList();
        foreach (var period in Closing.Due(now, organisation, closes, first))
            Close(period.Kind, period.First!.Value);
    }

    /// <summary>Everything closed is open again: what came late goes back, and what was corrected later is folded again.</summary>
    public void ReopenAll()
    {
        var goals = closed.Select(period => Time.Period.Parse(period.Key)!).SelectMany(ScopesIn).ToHashSet();
        reopened.UnionWith(closed.Select(period => period.Key));
        closed.Clear();
        var corrected = Entries
            .Where(entry => entry.Reason is Reasons.Correction or Reasons.ReversalOfClosed or Reasons.ImportedCorrection)
            .Select(entry => entry.Entity);
        var late = Facts.Values.Where(fact =>
            fact.Credited != fact.Occurred
            && (fact.State is FactState.Counted or FactState.Superseded || fact is { State: FactState.Listed, Reason: FactReasons.Late })
        );
        Recount(
            Gamification.Recount.Nothing with
            {
                Entities = corrected.ToHashSet(),
                Moved = [.. late.Select(fact => fact.InTime())],
                Goals = goals,
            }
        );
    }

    public void Recount(Recount scope)
    {
        var entities = scope.Entities.Concat(scope.Moved.Select(fact => fact.Entity)).ToHashSet();
        var facts = Facts.Values.Where(fact => entities.Contains(fact.Entity)).Select(fact => (fact.Id, fact.Activity));
        Write(Settle(World(facts, entities), world => Engine.Recount(scope, world)));
    }

    /// <summary>Every other group, so that what is shown holds with foresight and without.</summary>
    private static bool IsForeseen(long commit) => commit % 2 == 0;

    private World World(IEnumerable<(FactId Id, Activity Activity)> group, IEnumerable<EntityId>? more = null)
    {
        var named = group.ToList();
        var entities = named
            .Select(fact => Activities.Entities.Of(fact.Id, fact.Activity))
            .Concat(named.Select(fact => Entities.GroupingOf(fact.Id, fact.Activity)).OfType<EntityId>())
            .Concat(more ?? [])
            .ToHashSet();
        var facts = Facts.Values.Where(fact => entities.Contains(fact.Entity) && IsOfFold(fact)).ToLookup(fact => fact.Entity);
        var deals = named
            .Concat(facts.SelectMany(entity => entity).Select(fact => (fact.Id, fact.Activity)))
            .Select(fact => Entities.GroupingOf(fact.Id, fact.Activity))
            .OfType<EntityId>()
            .ToHashSet();
        var quotes = Entries
            .Where(entry => entry is { Key.Rule: RuleNames.Quote, Grouping: not null } && deals.Contains(new(entry.Grouping)))
            .ToLookup(entry => new EntityId(entry.Grouping!), entry => entry.Entity);
        var touched = entities.Concat(quotes.SelectMany(deal => deal)).ToHashSet();
        return new(organisation, Rules, [.. closed], [.. Channels])
        {
            Commit = ++commit,
            Assigned = new(Goals.Values.Where(goal => goal.Assignment is not null)),
            Reopened = reopened.ToHashSet(),
            Owners = Owners,
            People = people,
            Rates = new(Rates),
            Facts = facts.ToDictionary(entity => entity.Key, entity => (IReadOnlyList<Fact>)[.. entity]),
            // By rule, as a database may answer: the bonus of a day before the quote it hangs on.
            Entries = Group(
                Entries.Where(entry => touched.Contains(entry.Entity)).OrderBy(entry => entry.Key.Rule, StringComparer.Ordinal),
                entry => entry.Entity
            ),
            EarliestQuotes = Facts
                .Values.Where(fact => fact.State is FactState.Counted or FactState.Superseded)
                .Select(fact => (Deal: Entities.GroupingOf(fact.Id, fact.Activity), fact.Occurred))
                .Where(quote => quote.Deal is { } deal && entities.Contains(deal))
                .GroupBy(quote => quote.Deal!.Value)
                .ToDictionary(deal => deal.Key, deal => deal.Min(quote => quote.Occurred)),
            GoalOutcomes = OutcomesOf(people.Keys),
            Groupings = quotes.ToDictionary(deal => deal.Key, deal => (IReadOnlyList<EntityId>)[.. deal.Distinct()]),
        };
    }

    private static bool IsOfFold(Fact fact) =>
        fact.State is FactState.Counted or FactState.Superseded || fact is { State: FactState.Quarantined, Reason: FactReasons.NoRate };

    private Outcome.Decided Settle(World world, Func<World, Outcome> play)
    {
        for (var round = 0; round < 8; round++)
            switch (play(world))
            {
                case Outcome.Decided decided:
                    return decided;
                case Outcome.Needs needs:
                    world = Load(world, needs);
                    break;
            }

        throw new InvalidOperationException("A play asked for the same things again and again.");
    }

    private World Load(World world, Outcome.Needs needs)
    {
        Recounts += needs.DayEntries.Count + needs.Histories.Count + needs.PeriodLines.Count + needs.SubjectLines.Count;
        return world with
        {
            Days = world.Days.Concat(needs.Days.Select(day => KeyValuePair.Create(day, Days.GetValueOrDefault(day)))).ToDictionary(),
            Progress = world
                .Progress.Where(person => !needs.Histories.Contains(person.Key))
                .Concat(needs.Progress.Except(needs.Histories).Select(person => KeyValuePair.Create(person, RowsOf(person, isOnce: true))))
                .Concat(needs.Histories.Select(person => KeyValuePair.Create(person, RowsOf(person, isOnce: false))))
                .ToDictionary(),
            BadgePeriods = world.BadgePeriods.Concat(needs.BadgePeriods.SelectMany(RowsOf)).DistinctBy(row => row.Key).ToDictionary(),
            DayEntries = world.DayEntries.Concat(needs.DayEntries.Select(day => KeyValuePair.Create(day, EntriesOf(day)))).ToDictionary(),
            Histories = world
                .Histories.Concat(
                    needs.Histories.Select(person =>
                        KeyValuePair.Create(person, (IReadOnlyList<Entry>)[.. Entries.Where(entry => entry.Key.Person == person)])
                    )
                )
                .ToDictionary(),
            Goals = world.Goals.Concat(needs.Goals.Select(subject => KeyValuePair.Create(subject, GoalsOf(subject)))).ToDictionary(),
            GoalProgress = world
                .GoalProgress.Concat(needs.GoalProgress.Select(scope => KeyValuePair.Create(scope, GoalProgress.GetValueOrDefault(scope))))
                .ToDictionary(),
            SubjectLines = world
                .SubjectLines.Concat(needs.SubjectLines.Select(lines => KeyValuePair.Create(lines, EntriesOf(lines))))
                .ToDictionary(),
            Rosters = world.Rosters.Concat(needs.Rosters.Select(subject => KeyValuePair.Create(subject, RosterOf(subject)))).ToDictionary(),
            Managers = Managers,
            Rewards = world.Rewards.Concat(needs.Rewards.Select(scope => KeyValuePair.Create(scope, RewardsOf(scope)))).ToDictionary(),
            PeriodLines = world
                .PeriodLines.Concat(needs.PeriodLines.Select(period => KeyValuePair.Create(period, EntriesOf(period))))
                .ToDictionary(),
        };
    }

    /// <summary>What a person has of badges that are earned once, or of all.</summary>
    private IReadOnlyList<BadgeProgress> RowsOf(PersonId person, bool isOnce) =>
        [.. Badges.Values.Where(row => row.Person == person && (!isOnce || row.Period.Length == 0))];

    /// <summary>The row asked for, and the first that was earned of its badge.</summary>
    private IEnumerable<KeyValuePair<BadgePeriod, BadgeProgress?>> RowsOf(BadgePeriod asked) =>
        Badges
            .Values.Where(row => (row.Person, row.Badge) == (asked.Person, asked.Badge) && row.Revision > 0)
            .OrderBy(row => row.Period, StringComparer.Ordinal)
            .Take(1)
            .Select(row => KeyValuePair.Create(asked with { Period = row.Period }, (BadgeProgress?)row))
            .Append(
                KeyValuePair.Create(asked, Badges.Values.FirstOrDefault(row => new BadgePeriod(row.Person, row.Badge, row.Period) == asked))
            );

    private Dictionary<PersonId, IReadOnlyList<GoalOutcome>> OutcomesOf(IEnumerable<PersonId> of) =>
        of.ToDictionary(
            person => person,
            IReadOnlyList<GoalOutcome> (person) =>
                [
                    .. GoalProgress
                        .Values.Where(row => row.Scope.Subject == SubjectId.Of(person))
                        .Select(row => GoalWeek.Of(Goals[row.Scope.Goal], row, organisation.Zone))
                        .OfType<GoalOutcome>(),
                ]
        );

    private IReadOnlyList<Goal> GoalsOf(SubjectId subject) => [.. Goals.Values.Where(goal => goal.Subject == subject)];

    /// <summary>Whose progress a goal has in a period: each member's, or its subject's own.</summary>
    private IEnumerable<SubjectId> SubjectsOf(Goal goal, Time.Period period) =>
        goal.Subject.Kind is SubjectKind.Members
            ? people.Values.Where(person => person.IsMemberIn(goal.Subject.Team!.Value, period)).Select(person => SubjectId.Of(person.Id))
            : [goal.Subject];

    private IReadOnlySet<GoalScope> ScopesIn(Time.Period period) =>
        Goals
            .Values.Where(goal => goal.IsIn(period, organisation.Zone))
            .SelectMany(goal => SubjectsOf(goal, period).Select(subject => new GoalScope(goal.Id, subject, period.Key)))
            .ToHashSet();

    /// <summary>Every goal in every period in which there is a line, or progress.</summary>
    private HashSet<GoalScope> AllScopes()
    {
        var days = Entries.SelectMany(entry =>
            new[] { organisation.DayOf(entry.Key.Dated), people[entry.Key.Person].DayOf(entry.Key.Dated) }
        );
        var periods = days.Distinct().SelectMany(day => Goals.Values.Select(goal => goal.PeriodOn(day))).OfType<Time.Period>();
        return periods.DistinctBy(period => period.Key).SelectMany(ScopesIn).Concat(GoalProgress.Keys).ToHashSet();
    }

    private HashSet<GoalScope> ScopesOf(PersonId person) =>
        AllScopes().Where(scope => scope.Subject == SubjectId.Of(person) && Goals[scope.Goal].Assignment is null).ToHashSet();

    private IReadOnlyList<PersonId> RosterOf(SubjectId subject) =>
        [
            .. people
                .Values.Where(person => subject.Team is not { } team || person.Memberships.Any(member => member.Team == team))
                .Select(person => person.Id),
        ];

    private PostedRewards RewardsOf(GoalScope scope) =>
        new(
            [.. Grants.Values.Where(grant => grant.Key.Scope == scope)],
            [.. GrantLines.Where(line => line.Grant.Scope == scope)],
            [.. Entries.Where(entry => entry.Entity == PostedRewards.EntityOf(scope))],
            [.. RecipientChanges.Where(change => change.Grant.Scope == scope)]
        )
        {
            Coins = [.. Coins.Where(coins => coins.Scope == scope)],
        };

    private IReadOnlyList<Entry> EntriesOf(SubjectLines lines)
    {
        var period = Time.Period.Parse(lines.Period)!;
        return
        [
            .. Entries.Where(entry =>
                (lines.Subject.Team is not { } team || entry.Team == team)
                && GoalLines.BoundsOf(people[entry.Key.Person], period, organisation).Contains(entry.Key.Dated)
            ),
        ];
    }

    private IReadOnlyList<Entry> EntriesOf(PeriodLines period)
    {
        var bounds = GoalLines.BoundsOf(people[period.Person], Time.Period.Parse(period.Period)!, organisation);
        return [.. Entries.Where(entry => entry.Key.Person == period.Person && bounds.Contains(entry.Key.Dated))];
    }

    private IReadOnlyList<Entry> EntriesOf(DayKey day) =>
        [.. Entries.Where(entry => entry.Key.Person == day.Person && people[day.Person].DayOf(entry.Key.Dated) == day.Date)];

    private void Write(Outcome.Decided decided)
    {
        foreach (var fact in decided.Facts)
            Facts[fact.Id] = fact;

        foreach (var grant in decided.Grants)
            Grants.Add(grant.Key, grant);

        foreach (var line in decided.GrantLines)
        {
            Assert.DoesNotContain(
                GrantLines,
                known =>
                    (known.Grant, known.Recipient, known.Reward, known.Revision) == (line.Grant, line.Recipient, line.Reward, line.Revision)
            );
            GrantLines.Add(line);
        }

        foreach (var coins in decided.Coins)
        {
            Assert.DoesNotContain(Coins, known => (known.Scope, known.Sequence) == (coins.Scope, coins.Sequence));
            Coins.Add(coins);
        }

        foreach (var unlock in decided.Unlocks)
            Unlocks.TryAdd(unlock.Scope, unlock);

        foreach (var entry in decided.Entries)
        {
            Assert.DoesNotContain(Entries, known => known.Key == entry.Key && known.Revision == entry.Revision);
            if (!RuleNames.IsPast(entry.Key.Rule))
                Assert.DoesNotContain(
                    closed,
                    period => period.Kind is PeriodKind.Week or PeriodKind.Month or PeriodKind.Quarter && period.Holds(entry.Key.Dated)
                );
            Entries.Add(entry);
        }

        foreach (var day in decided.Days)
            Days[new(day.Person, day.Date)] = day;

        foreach (var tally in decided.Tallies)
            Tallies[tally.Key] = Tallies.TryGetValue(tally.Key, out var known)
                ? new(tally.Key, known.Measures + tally.Measures, known.Points + tally.Points)
                : tally;

        foreach (var row in decided.Progress)
            Badges[(row.Badge, row.Person, row.Period)] = row;

        foreach (var row in decided.Goals)
        {
            Assert.False(
                GoalProgress.GetValueOrDefault(row.Scope) is { Result: not null } && closed.Exists(period => period.Key == row.Scope.Period)
            );
            GoalProgress[row.Scope] = row;
        }

        Awards.AddRange(decided.Awards);
        Announcements.AddRange(decided.Announcements.Where(announcement => told.Add((announcement.About, announcement.To.Key))));
    }

    private static Dictionary<TKey, IReadOnlyList<T>> Group<T, TKey>(IEnumerable<T> items, Func<T, TKey> key)
        where TKey : notnull => items.GroupBy(key).ToDictionary(group => group.Key, group => (IReadOnlyList<T>)[.. group]);
}
