using Bot.Cards;
using Gamification;
using Gamification.Activities;
using Gamification.People;
using NodaTime;
using Storage;
using static Bot.Tests.Cards.BoardScenes;

namespace Bot.Tests.Cards;

/// <summary>What managers see of their people and of what waits.</summary>
internal static class ManagerCards
{
    private static readonly LocalDate Today = new(2026, 11, 18);
    private static readonly TeamView Emea = new(new("emea"), "EMEA", BoardMode.TopThree);

    private static readonly WorkingCalendar Calendar = WorkingCalendar.Default(DateTimeZoneProviders.Tzdb["Europe/Lisbon"]) with
    {
        From = new(2026, 11, 16),
        Holidays = new HashSet<LocalDate> { new(2026, 12, 25), new(2026, 12, 8), new(2027, 1, 1) },
        TimeOff = Enumerable.Range(0, 8).Select(new LocalDate(2026, 12, 24).PlusDays).ToHashSet(),
    };

    private static readonly PersonRecord Chloe = new(
        new("chloe"),
        "Chloé Petit",
        "chloe@example.com",
        Role.Rep,
        Active: true,
        Ranked: true,
        "The Cat",
        Publicity.Alias,
        [new(new("amer"), null, new(2026, 11, 2)), new(new("emea"), new(2026, 11, 2), new(2027, 1, 1))],
        [],
        Calendar
    );

    public static IReadOnlyDictionary<string, Card> All =>
        new Dictionary<string, Card>
        {
            ["people"] = PeopleCards.List(People(3), "", new(1, []), Format()),
            ["people-many"] = PeopleCards.List(People(20), "", new(2, []), Format()),
            ["people-found"] = PeopleCards.List(People(1), "*chl* <!here>", new(1, []), Format()),
            ["people-none-found"] = PeopleCards.List([], "nobody", new(1, []), Format()),
            ["people-empty"] = PeopleCards.List([], "", new(1, []), Format()),
            ["person-saved"] = PeopleCards.Saved(Chloe, [Emea], Today, isChanged: true, Format()),
            ["person-unchanged"] = PeopleCards.Saved(Chloe with { Memberships = [] }, [Emea], Today, isChanged: false, Format()),
            ["calendar-saved"] = CalendarCard.Saved(Chloe, Paris.Zone, isChanged: true, Today, Format()),
            ["calendar-unchanged"] = CalendarCard.Saved(Chloe with { Calendar = null }, Paris.Zone, isChanged: false, Today, Format()),
            ["inbox"] = InboxCard.Compose([.. Facts], new(1, []), null, Format()),
            ["inbox-many"] = InboxCard.Compose([.. Enumerable.Repeat(Facts, 3).SelectMany(facts => facts)], new(2, []), null, Format()),
            ["inbox-after"] = InboxCard.Compose(
                [Facts[0]],
                new(1, []),
                "u-77 is Ben Okafor now: 2 activities that waited count.",
                Format()
            ),
            ["inbox-late"] = InboxCard.Rejected(
                [.. Facts.Take(2).Select(fact => fact with { Reason = FactReasons.Late })],
                new(1, []),
                Format()
            ),
            ["inbox-late-empty"] = InboxCard.Rejected([], new(1, []), Format()),
            ["inbox-with-late"] = InboxCard.Compose([Facts[1]], new(1, []), null, Format(), rejected: 2),
            ["inbox-empty"] = InboxCard.Compose([], new(1, []), null, Format()),
        };

    private static IReadOnlyList<WaitingFact> Facts =>
        [
            Fact("deal.closed", "u-77", FactReasons.UnknownOwner, 18),
            Fact("quote.sent", "chloe@example.com", FactReasons.TooOld, 1),
            Fact("deal.closed", "bruno@example.com", FactReasons.NoRate, 17),
            Fact("quote.voided", null, "rule-error", 16),
            Fact("client.message.replied", "*owner* <!channel> {{DATE(x)}}", FactReasons.UnknownOwner, 15),
        ];

    private static WaitingFact Fact(string kind, string? owner, string reason, int day) =>
        new(
            $"id-{kind}",
            new("crm", kind),
            kind,
            owner,
            null,
            reason,
            Instant.FromUtc(2026, 11, day, 8, 0),
            Instant.FromUtc(2026, 11, 18, 9, 0),
            Claimed: null,
            Currency: null
        );

    private static IReadOnlyList<PersonView> People(int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(i => new PersonView(
                    new($"p{i}"),
                    i == 1 ? "Chloé Petit" : $"Person {i}",
                    $"p{i}@example.com",
                    i == 2 ? Role.Manager : Role.Rep,
                    Active: i != 3,
                    Ranked: true,
                    null,
                    Publicity.Named,
                    i == 3 ? null : Emea,
                    []
                )),
        ];
}
