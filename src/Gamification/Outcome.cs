using System.Collections.Frozen;
using Gamification.Activities;
using Gamification.Announcements;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.Points;
using Gamification.Rewards;

namespace Gamification;

/// <summary>What the engine answers: either what to write, or what it must see first.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>
    /// What follows from the facts and is not loaded yet: the days and progress they touch, and the past of what is to be recounted.
    /// Load exactly these and play again.
    /// </summary>
    /// <param name="Days">Day rows to load into <see cref="World.Days"/>.</param>
    /// <param name="Progress">People of whom the badges that are earned once are to be loaded into <see cref="World.Progress"/>.</param>
    /// <param name="DayEntries">Days to be recounted from their lines.</param>
    /// <param name="Histories">People whose badges are to be recounted; all their rows come into <see cref="World.Progress"/> with it.</param>
    public sealed record Needs(
        IReadOnlySet<DayKey> Days,
        IReadOnlySet<PersonId> Progress,
        IReadOnlySet<DayKey> DayEntries,
        IReadOnlySet<PersonId> Histories
    ) : Outcome
    {
        /// <summary>
        /// Rows of badges that repeat, to be loaded into <see cref="World.BadgePeriods"/> with the first that the person earned of the badge.
        /// </summary>
        public IReadOnlySet<BadgePeriod> BadgePeriods { get; init; } = FrozenSet<BadgePeriod>.Empty;

        /// <summary>Subjects whose goals are to be loaded into <see cref="World.Goals"/>.</summary>
        public IReadOnlySet<SubjectId> Goals { get; init; } = FrozenSet<SubjectId>.Empty;

        /// <summary>Goals in periods to be loaded into <see cref="World.GoalProgress"/>.</summary>
        public IReadOnlySet<GoalScope> GoalProgress { get; init; } = FrozenSet<GoalScope>.Empty;

        /// <summary>Periods of which goals are to be counted again from a person's lines.</summary>
        public IReadOnlySet<PeriodLines> PeriodLines { get; init; } = FrozenSet<PeriodLines>.Empty;

        /// <summary>Periods of which collective goals are to be counted again, with the people behind the lines.</summary>
        public IReadOnlySet<SubjectLines> SubjectLines { get; init; } = FrozenSet<SubjectLines>.Empty;

        /// <summary>Teams, or the organisation, whose members and managers are to be loaded, into <see cref="World.Rosters"/> and <see cref="World.Managers"/>.</summary>
        public IReadOnlySet<SubjectId> Rosters { get; init; } = FrozenSet<SubjectId>.Empty;

        /// <summary>Goals in periods of which everything that was granted is to be loaded.</summary>
        public IReadOnlySet<GoalScope> Rewards { get; init; } = FrozenSet<GoalScope>.Empty;
    }

    /// <summary>The differences to write, all in one transaction.</summary>
    /// <param name="Facts">The group's facts with what was decided, and stored facts whose state changed.</param>
    /// <param name="Entries">New ledger lines.</param>
    /// <param name="Days">Day rows to insert or replace.</param>
    /// <param name="Tallies">Differences to add.</param>
    /// <param name="Progress">Progress rows to insert or replace.</param>
    /// <param name="Awards">Badge lines to insert.</param>
    /// <param name="Announcements">What is told; each is inserted only if its key is new.</param>
    public sealed record Decided(
        IReadOnlyList<Fact> Facts,
        IReadOnlyList<Entry> Entries,
        IReadOnlyList<DayState> Days,
        IReadOnlyList<Tally> Tallies,
        IReadOnlyList<BadgeProgress> Progress,
        IReadOnlyList<Award> Awards,
        IReadOnlyList<Announcement> Announcements
    ) : Outcome
    {
        /// <summary>Goals in periods to insert or replace.</summary>
        public IReadOnlyList<GoalProgress> Goals { get; init; } = [];

        /// <summary>Grants to insert first, each by its key: if one is there already, nothing of this outcome may be written.</summary>
        public IReadOnlyList<Grant> Grants { get; init; } = [];

        public IReadOnlyList<GrantLine> GrantLines { get; init; } = [];

        /// <summary>What accelerators post to wallets.</summary>
        public IReadOnlyList<CoinEntry> Coins { get; init; } = [];

        /// <summary>Goals that were unlocked; each is inserted only if its key is new.</summary>
        public IReadOnlyList<Unlock> Unlocks { get; init; } = [];

        private bool IsOfPeople => Grants.Count + GrantLines.Count + Coins.Count + Unlocks.Count == 0;

        /// <summary>
        /// What was decided of different people as one, to be written table by table; what grants anything may meet its key again and
        /// stays by itself.
        /// </summary>
        public static IReadOnlyList<Decided> Joined(IReadOnlyList<Decided> parts) =>
            parts.Count < 2 || !parts.All(part => part.IsOfPeople)
                ? parts
                :
                [
                    new(
                        [.. parts.SelectMany(part => part.Facts)],
                        [.. parts.SelectMany(part => part.Entries)],
                        [.. parts.SelectMany(part => part.Days)],
                        [.. parts.SelectMany(part => part.Tallies)],
                        [.. parts.SelectMany(part => part.Progress)],
                        [.. parts.SelectMany(part => part.Awards)],
                        [.. parts.SelectMany(part => part.Announcements)]
                    )
                    {
                        Goals = [.. parts.SelectMany(part => part.Goals)],
                    },
                ];
    }
}
