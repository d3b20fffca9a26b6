namespace Bot.Cards;

/// <summary>That managers published or changed a goal for others.</summary>
public static class AssignedGoalCard
{
    public const string Published = "goal.published";
    public const string Edited = "goal.edited";

    private const int Longest = 80;

    public static Card Compose(string kind, string name) =>
        new(
            kind is Published ? "A new goal" : "A goal was changed",
            [new CardPart.Text(CleanText.Of(name, Longest)), new CardPart.Buttons([new("Goals", "goals", Primary: true)])]
        );
}
