using Bot.Commands;

namespace Bot.Cards;

/// <summary>What is said where no command can run: what is the case, and what to do.</summary>
public static class SituationCards
{
    /// <param name="email">The address the platform verified; null where it gave none.</param>
    public static Card UnknownPerson(ChatUser user, string? email, ReaderFormat format) =>
        new(
            format.Say($"We have not met yet"),
            [
                new CardPart.Text(
                    format.Say(
                        $"Nobody has linked your chat account to a person yet. Send these lines to an admin: one of them in your record is enough."
                    )
                ),
                new CardPart.Facts([
                    new(format.Say($"{NameOf(user.Platform)} id"), CleanText.Of(user.Id)),
                    .. email is null ? Array.Empty<Fact>() : [new(format.Say($"Email"), CleanText.Of(email))],
                ]),
                new CardPart.Text(format.Say($"Once it is there, the same command works at once."), Tone.Subtle),
            ]
        );

    private static string NameOf(string platform) => $"{char.ToUpperInvariant(platform[0])}{platform[1..]}";

    public static Card Inactive(ReaderFormat format) =>
        new(
            format.Say($"Your account is inactive"),
            [
                new CardPart.Text(
                    format.Say($"Activities of an inactive person score nothing. If that is a mistake, ask an admin to activate you.")
                ),
            ]
        );

    public static Card Disabled(ReaderFormat format) =>
        new(
            format.Say($"The game is switched off"),
            [
                new CardPart.Text(
                    format.Say(
                        $"Activities are stored and score nothing for now. An admin switches it on with the setting Organisation__Enabled."
                    )
                ),
            ]
        );

    public static Card StoreAway(ReaderFormat format) =>
        new(
            format.Say($"Not now, sorry"),
            [new CardPart.Text(format.Say($"The database does not answer. Nothing is lost; try again in a minute."), Tone.Warning)]
        );

    /// <summary>A request that was worked on again after a crash, which had done it.</summary>
    public static Card AlreadyDone(ReaderFormat format) =>
        new(
            format.Say($"Done"),
            [
                new CardPart.Text(
                    format.Say($"What you asked for was saved before Medalist had to start again. It was not done twice."),
                    Tone.Good
                ),
            ]
        );

    /// <summary>The chat account is linked already.</summary>
    public static Card Linked(string name, string platform, ReaderFormat format) =>
        new(
            format.Say($"You are linked"),
            [new CardPart.Text(format.Say($"On {NameOf(platform)} you are {BoardNames.Clean(name)}."), Tone.Good)]
        );

    /// <param name="only">The sentence of who may: "Only {who} can see the inbox."</param>
    /// <param name="who">"a manager of EMEA or an admin"</param>
    public static Card Refused(Func<string, FormattableString> only, FormattableString who, ReaderFormat format) =>
        new(
            format.Say($"Not with your rights"),
            [new CardPart.Text($"{format.Say(only(format.Say(who)))} {format.Say($"Ask one of them to do it.")}", Tone.Warning)]
        );
}
