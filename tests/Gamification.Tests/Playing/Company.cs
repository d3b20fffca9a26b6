using System.Globalization;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using Gamification.Time;
using NodaTime;
using NodaTime.Text;

namespace Gamification.Tests.Playing;

/// <summary>A small company in Paris, and short words for what happens there.</summary>
internal sealed class Company
{
    public static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private int events;

    public Company(params IReadOnlyList<Person> people)
        : this(Rulebook.Default, people) { }

    public Company(Rulebook rules, params IReadOnlyList<Person> people) =>
        Keeper = new(Organisation, rules, people.Count > 0 ? people : [Person("ann"), Person("bob")]);

    public Company(LatePolicy late) => Keeper = new(Organisation with { Late = late }, Rulebook.Default, [Person("ann"), Person("bob")]);

    public static Organisation Organisation { get; } = new(Paris, "EUR", 1000, Duration.FromHours(48));

    public Keeper Keeper { get; }

    public static Person Person(
        string id,
        string? team = null,
        string zone = "Europe/Paris",
        bool active = true,
        Publicity publicity = Publicity.Named
    ) =>
        new(
            new(id),
            active ? Inactivity.Never : Inactivity.Always,
            publicity,
            team is null ? [] : [new Membership(new(team), null, null)],
            [WorkingCalendar.Default(DateTimeZoneProviders.Tzdb[zone])]
        );

    /// <summary>An instant by the clock on the wall in Paris, for example <c>2026-11-18 09:00</c>.</summary>
    public static Instant At(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).Value.InZoneLeniently(Paris).ToInstant();

    public static string Mail(string person) => $"{person}@example.com";

    public static Money Euros(long euros) => Money.Of(euros * 100, "EUR");

    public Reported Happens(string at, Activity activity, string? received = null, string? id = null) =>
        new(new("crm", id ?? string.Create(CultureInfo.InvariantCulture, $"e{++events:D4}")), activity, At(at), At(received ?? at), "{}");

    public Company Play(params IReadOnlyList<Reported> group)
    {
        Keeper.Play(group);
        return this;
    }

    public Reported Quote(string at, string quote, string owner = "ann", string? deal = null, string? received = null, string? id = null) =>
        Happens(at, new Activity.QuoteSent(quote, deal, Mail(owner), null), received, id);

    public Reported Void(string at, string quote, string? received = null, string? id = null) =>
        Happens(at, new Activity.QuoteVoided(quote), received, id);

    public Reported Win(string at, string deal, long euros, string owner = "ann", string? received = null, string? id = null) =>
        Happens(at, new Activity.DealClosed(deal, Mail(owner), true, Euros(euros)), received, id);

    public Reported Lose(string at, string deal, string owner = "ann") =>
        Happens(at, new Activity.DealClosed(deal, Mail(owner), false, null));

    public Reported Reopen(string at, string deal, string? received = null, string? id = null) =>
        Happens(at, new Activity.DealReopened(deal), received, id);

    public Reported Delete(string at, string deal) => Happens(at, new Activity.DealDeleted(deal));

    public Reported Amount(string at, string deal, long euros, string? received = null) =>
        Happens(at, new Activity.DealAmountChanged(deal, Euros(euros)), received);

    public Reported Hand(string at, string deal, string owner, string? received = null) =>
        Happens(at, new Activity.DealOwnerChanged(deal, Mail(owner)), received);

    public Reported Asks(string at, string conversation, string owner = "ann") =>
        Happens(at, new Activity.MessageReceived(conversation, "m", Mail(owner)));

    public Reported Assigns(string at, string conversation, string owner) =>
        Happens(at, new Activity.ConversationReassigned(conversation, Mail(owner)));

    public Reported Replies(string at, string conversation, string owner = "ann", bool automatic = false) =>
        Happens(at, new Activity.MessageReplied(conversation, "m", Mail(owner), automatic));

    /// <summary>A personal goal; the target as it is kept: quotes, cents, seconds, days.</summary>
    public static Goal Goal(string id, Metric metric, long target, string made, string owner = "ann", PeriodKind kind = PeriodKind.Week) =>
        GoalChanges.Made(new(id), new(owner), new(metric, kind, target), At(made), owner, Organisation);

    /// <summary>Made at an instant, and counted for its whole period.</summary>
    public Company Has(Goal goal)
    {
        Keeper.Put(goal);
        return this;
    }

    /// <summary>A change of a goal that is there.</summary>
    public Company Change(string goal, Func<Goal, Goal> change) => Has(change(Keeper.Goals[new(goal)]));

    /// <summary>How a goal stands in the period that holds a moment; of a median only what the close decided.</summary>
    public GoalStanding Standing(string goal, string now)
    {
        var known = Keeper.Goals[new(goal)];
        var period = Gamification.Time.Period.Of(known.Kind, Organisation.DayOf(At(now)));
        var stored = Keeper.GoalProgress.GetValueOrDefault(new(known.Id, known.Subject, period.Key));
        return GoalStanding.Of(known, period, stored, Median(known, period), At(now), Paris);
    }

    private MedianReply Median(Goal goal, Gamification.Time.Period period) =>
        MedianReply.Of(
            Keeper
                .Entries.Where(entry =>
                    entry.Key is { Rule: RuleNames.Reply } key
                    && key.Person == goal.Owner
                    && goal.Counts(key.Dated)
                    && period.Contains(Organisation.DayOf(key.Dated))
                )
                .Select(ReplyRevision.Of)
        );

    /// <summary>What a person was told about a goal, in order.</summary>
    public IReadOnlyList<string> Told(string goal) =>
        [.. Keeper.Announcements.Where(told => told.Data.GetValueOrDefault("goal") == goal).Select(told => told.Kind)];

    /// <summary>The sums of a person over everything, or in one period.</summary>
    public Tally Sum(string person, string period = "all", string board = "org") =>
        Keeper.Tallies.GetValueOrDefault(
            new(new(board), new(period), new(person)),
            new(new(new(board), new(period), new(person)), default, 0)
        );

    public long Points(string person, string period = "all") => Sum(person, period).Points;

    public Measures Measures(string person, string period = "all") => Sum(person, period).Measures;

    public FactState StateOf(Reported reported) => Keeper.Facts[reported.Id].State;

    /// <summary>The latest reason of the line that an activity caused.</summary>
    public string Reason(Reported reported, string rule) =>
        Keeper.Entries.Where(entry => entry.Key.Fact == reported.Id && entry.Key.Rule == rule).MaxBy(entry => entry.Revision)!.Reason;
}
