using Bot.Texts;
using Gamification.Announcements;
using Gamification.People;
using Storage;

namespace Bot.Cards;

/// <summary>What a person decides for themselves, each with what it is now.</summary>
public static class SettingsCard
{
    private const string Line = "medalist settings";
    private const int LongestAlias = 80;

    /// <param name="said">What was just done, or why not; null when it was only asked for.</param>
    public static Card Compose(PersonView person, CardPart.Text? said, ReaderFormat format) =>
        new(
            format.Say($"Your settings"),
            [
                .. said is null ? Array.Empty<CardPart>() : [said],
                new CardPart.Facts([.. Facts(person, format)]),
                new CardPart.Buttons([
                    new(format.Say($"Edit"), $"settings {person.Id}", Answer.Form, Primary: true),
                    person.Hints
                        ? new(format.Say($"Switch hints off"), $"{Line} hints off")
                        : new(format.Say($"Switch hints on"), $"{Line} hints on"),
                    person.Ranked
                        ? new(format.Say($"Leave the boards"), $"{Line} unranked on")
                        : new(format.Say($"Be on the boards"), $"{Line} unranked off"),
                ]),
                new CardPart.Text(
                    format.Say(
                        $"Hints come when a badge is near, and at half time when a goal of yours is less than half done. Notices wait for your working hours."
                    ),
                    Tone.Subtle
                ),
                new CardPart.Text(
                    format.Say(
                        $"Or type: /medalist settings language pt-BR · alias Falcon · unranked on · notices rewards off · publicity named"
                    ),
                    Tone.Subtle
                ),
            ]
        );

    public static string Label(NoticeKinds kind, ReaderFormat format) =>
        kind switch
        {
            NoticeKinds.Goals => format.Say($"Goals: completed, open again, new"),
            NoticeKinds.Rewards => format.Say($"Badges, tiers and rewards"),
            NoticeKinds.Reversals => format.Say($"What is taken back"),
            _ => throw new System.Diagnostics.UnreachableException($"No label for {kind}."),
        };

    private static IEnumerable<Fact> Facts(PersonView person, ReaderFormat format)
    {
        foreach (var kind in NoticeKind.All)
            yield return new(
                Label(kind, format),
                (person.Muted & kind) == NoticeKinds.None ? format.Say($"on, only to you") : format.Say($"off")
            );
        yield return new(format.Say($"Hints"), person.Hints ? format.Say($"on, at most one a day, only to you") : format.Say($"off"));
        yield return new(format.Say($"Others see you"), Shown(person, format));
        yield return new(format.Say($"On the boards"), person.Ranked ? format.Say($"yes") : format.Say($"no: you are in no rank list"));
        yield return new(
            format.Say($"Language"),
            person.Language is { } name && Language.Named(name) is { } language
                ? ChannelWords.LanguageName(language)
                : format.Say($"as your chat says")
        );
    }

    private static string Shown(PersonView person, ReaderFormat format) =>
        person.Publicity switch
        {
            Publicity.Alias when person.Alias is { } alias => format.Say($"as {CleanText.Of(alias, LongestAlias)}"),
            Publicity.None => format.Say($"nowhere in public"),
            _ => format.Say($"by your name"),
        };
}
