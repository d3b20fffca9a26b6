using Bot.Commands;

namespace Bot.Cards;

/// <summary>What is said where no command can run: what is the case, and what to do.</summary>
public static class SituationCards
{
    /// <param name="email">The address the platform verified; null where it gave none.</param>
    public static Card UnknownPerson(ChatUser user, string? email) =>
        new(
            "We have not met yet",
            [
                new CardPart.Text(
                    "Nobody has linked your chat account to a person yet. Send these lines to an admin: one of them in your record is enough."
                ),
                new CardPart.Facts([
                    new($"{char.ToUpperInvariant(user.Platform[0])}{user.Platform[1..]} id", CleanText.Of(user.Id)),
                    .. email is null ? Array.Empty<Fact>() : [new("Email", CleanText.Of(email))],
                ]),
                new CardPart.Text("Once it is there, the same command works at once.", Tone.Subtle),
            ]
        );

    public static Card Inactive { get; } =
        new(
            "Your account is inactive",
            [new CardPart.Text("Activities of an inactive person score nothing. If that is a mistake, ask an admin to activate you.")]
        );

    public static Card Disabled { get; } =
        new(
            "The game is switched off",
            [
                new CardPart.Text(
                    "Activities are stored and score nothing for now. An admin switches it on with the setting Organisation__Enabled."
                ),
            ]
        );

    public static Card StoreAway { get; } =
        new("Not now, sorry", [new CardPart.Text("The database does not answer. Nothing is lost; try again in a minute.", Tone.Warning)]);

    /// <summary>A request that was worked on again after a crash, which had done it.</summary>
    public static Card AlreadyDone { get; } =
        new(
            "Done",
            [new CardPart.Text("What you asked for was saved before Medalist had to start again. It was not done twice.", Tone.Good)]
        );

    /// <summary>The chat account is linked already.</summary>
    public static Card Linked(string name, string platform) =>
        new("You are linked", [new CardPart.Text($"On {CleanText.Of(platform)} you are {BoardNames.Clean(name)}.", Tone.Good)]);

    /// <param name="right">Who may do it: "a manager of EMEA or an admin".</param>
    public static Card Refused(string what, string right) =>
        new("Not with your rights", [new CardPart.Text($"Only {right} can {what}. Ask one of them to do it.", Tone.Warning)]);
}
