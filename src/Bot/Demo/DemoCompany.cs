namespace Bot.Demo;

/// <param name="Quotes">Quotes on a good day.</param>
/// <param name="WinsPercent">Of the quoted deals.</param>
/// <param name="Deal">A usual deal, in the company's currency.</param>
/// <param name="ReplyMinutes">How long clients usually wait.</param>
internal sealed record DemoRep(string Id, string Name, string Team, int Quotes, int WinsPercent, int Deal, int ReplyMinutes)
{
    public string Email => $"{Id}@demo.example";
}

internal sealed record DemoTeam(string Id, string Name, string ManagerId, string ManagerName);

/// <summary>The company of the demo: two teams that sell differently.</summary>
internal static class DemoCompany
{
    public const string Zone = "Europe/Paris";
    public const string Currency = "EUR";

    public static IReadOnlyList<DemoTeam> Teams { get; } =
    [new("enterprise", "Enterprise", "helena", "Helena Nováková"), new("growth", "Growth", "omar", "Omar Haddad")];

    public static IReadOnlyList<DemoRep> Reps { get; } =
    [
        new("camille", "Camille Laurent", "enterprise", 5, 26, 5200, 9),
        new("kwame", "Kwame Mensah", "enterprise", 4, 34, 6100, 14),
        new("lucia", "Lucía Fernández", "enterprise", 5, 24, 4700, 6),
        new("jonas", "Jonas Weber", "enterprise", 3, 30, 8200, 25),
        new("aiko", "Aiko Tanaka", "enterprise", 4, 27, 5600, 4),
        new("priya", "Priya Raman", "enterprise", 6, 20, 3900, 11),
        new("noor", "Noor El-Sayed", "growth", 6, 30, 1900, 5),
        new("tomasz", "Tomasz Kowalski", "growth", 5, 25, 2300, 18),
        new("ingrid", "Ingrid Solberg", "growth", 4, 35, 2600, 8),
        new("mateus", "Mateus Oliveira", "growth", 5, 22, 2100, 12),
        new("chloe", "Chloé Dubois", "growth", 3, 31, 2800, 30),
        Newcomer,
    ];

    /// <summary>Joined this week and has not closed a deal yet: the first one is left to whoever tries the demo.</summary>
    public static DemoRep Newcomer => new("zanele", "Zanele Dlamini", "growth", 4, 0, 1800, 7);
}
