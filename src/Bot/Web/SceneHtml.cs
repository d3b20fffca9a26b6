using Bot.Cards.Rendering;
using Bot.Texts;
using Gamification.People;
using Storage;

namespace Bot.Web;

/// <summary>The page: the channel on one side, the private view of one person on the other.</summary>
/// <param name="Since">How far the posts reach, so that the live view goes on from there.</param>
/// <param name="Channel">The channel's posts.</param>
/// <param name="Private">The person's notices and answers.</param>
/// <param name="Result">What the last CRM event came back with, where no script runs.</param>
internal sealed record SceneParts(string Since, Markup Channel, Markup Private, string? Result = null);

/// <summary>Draws a scene.</summary>
internal sealed class SceneHtml(PageClock clock, Shortcuts shortcuts, DemoRow demo)
{
    public Markup Draw(Scene scene, SceneParts parts) =>
        Sheet.Of(
            scene.Language,
            scene.Room?.Name ?? scene.Language.Say($"Welcome"),
            Markup.Of(
                $"""
                <a class="skip" href="#command">{scene.Language.Say($"Skip to the command box")}</a>
                {Bar(scene)}
                <main class="panes" data-since="{parts.Since}" data-away="{scene.Language.Say(
                    $"The host cannot answer just now. Try again in a moment."
                )}">
                {Remark(scene.Remark)}
                {ChannelPane(scene, parts.Channel)}
                {PrivatePane(scene, parts)}
                </main>
                {PressForm(scene)}
                """
            )
        );

    private Markup Bar(Scene scene) =>
        Markup.Of(
            $"""
            <header class="bar">
            <h1 class="brand"><img src="{Assets.Url("mark.svg")}" alt="" width="30" height="30">Medalist</h1>
            <nav class="jump" aria-label="{scene.Language.Say($"On this page")}"><a href="#channel">{scene.Language.Say($"Channel")}</a><a href="#private">{scene.Language.Say($"Private view")}</a></nav>
            <p class="clock"><time id="clock" datetime="{clock.Stamp()}">{clock.Now(
                scene.Locale
            )}</time> <span class="zone">{clock.Zone}</span></p>
            <p class="local"><span>{scene.Language.Say($"Local view")}</span></p>
            </header>
            """
        );

    private static Markup Remark(string? remark) =>
        remark is null ? Markup.None : Markup.Of($"""<p class="remark" role="status">{remark}</p>""");

    private static Markup ChannelPane(Scene scene, Markup posts) =>
        Markup.Of(
            $"""
            <section id="channel" class="pane" aria-labelledby="channel-title">
            <header class="pane-head">
            <div><h2 id="channel-title"><span class="hash" aria-hidden="true">#</span> {scene.Room?.Name ?? scene.Language.Say($"No channel yet")}</h2>
            <p class="under">{scene.Language.Say($"Announcements, the same for everyone")}</p></div>
            {Chooser(
                scene,
                "channel",
                scene.Language.Say($"Channel"),
                scene.Rooms.Select(room => (room.Id.Value, room.Name)),
                scene.Room?.Id.Value,
                ("person", scene.Person?.Id.Value)
            )}
            </header>
            <div class="feed" id="channel-feed" role="log" aria-live="polite" aria-label="{scene.Language.Say($"Announcements")}" tabindex="0">
            {posts}
            <p class="empty">{scene.Language.Say($"Nothing announced yet. The first quote and the first deal of everyone will be.")}</p>
            </div>
            </section>
            """
        );

    private Markup PrivatePane(Scene scene, SceneParts parts) =>
        Markup.Of(
            $"""
            <section id="private" class="pane" aria-labelledby="private-title">
            <header class="pane-head">
            <div><h2 id="private-title">{scene.Person?.Name ?? scene.Language.Say($"Nobody yet")}</h2>
            <p class="under">{About(scene.Person, scene.Language)}</p></div>
            {Chooser(
                scene,
                "person",
                scene.Language.Say($"View as"),
                scene.People.Select(person => (person.Id.Value, person.Name)),
                scene.Person?.Id.Value,
                ("channel", scene.Room?.Id.Value)
            )}
            </header>
            <div class="feed" id="private-feed" role="log" aria-live="polite" aria-label="{scene.Language.Say($"Private messages and answers")}" tabindex="0">
            {parts.Private}
            <p class="empty">{Welcome(scene.Person, scene.Language)}</p>
            </div>
            {Ask(scene)}
            {demo.Draw(scene, parts.Result)}
            </section>
            """
        );

    private static string About(PersonView? person, Language language) =>
        person switch
        {
            null => language.Say($"Create people with the API, or start the demo"),
            { Team.Name: var team } => language.Say($"{RoleOf(person, language)} · {team} · seen by them alone"),
            _ => language.Say($"{RoleOf(person, language)} · no team · seen by them alone"),
        };

    private static string RoleOf(PersonView person, Language language) =>
        person.Role switch
        {
            Role.Admin => language.Say($"Admin"),
            Role.Manager => language.Say($"Manager"),
            _ => language.Say($"Rep"),
        };

    private static string Welcome(PersonView? person, Language language) =>
        person is null
            ? language.Say($"Nobody is here yet. PUT {"/api/v1/people/{id}"} creates a person; /openapi/v1.json describes how.")
            : language.Say($"Ask for a board or for your points: the answer appears here, and nobody else sees it.");

    private static Markup Chooser(
        Scene scene,
        string name,
        string label,
        IEnumerable<(string Value, string Text)> choices,
        string? chosen,
        (string Name, string? Value) kept
    ) =>
        Markup.Of(
            $"""
            <form class="chooser" method="get" action="/">
            <input type="hidden" name="{kept.Name}" value="{kept.Value}">
            <label for="choose-{name}">{label}</label>
            <select id="choose-{name}" name="{name}">{Markup.Join(choices.Select(choice => Choice(choice, chosen)))}</select>
            <button type="submit">{scene.Language.Say($"Show")}</button>
            </form>
            """
        );

    private static Markup Choice((string Value, string Text) choice, string? chosen) =>
        Markup.Of($"""<option value="{choice.Value}"{Markup.Flag("selected", choice.Value == chosen)}>{choice.Text}</option>""");

    private Markup Ask(Scene scene) =>
        Markup.Of(
            $"""
            <form class="ask" id="ask" method="post" action="/page/commands">
            {Hidden(scene)}
            <div class="ask-line">
            <label class="visually-hidden" for="command">{scene.Language.Say($"Command")}</label>
            <input id="command" name="command" list="commands" placeholder="/leaderboard month" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="send" maxlength="300"{Markup.Flag(
                "disabled",
                scene.Person is null
            )}>
            <button type="submit" class="send"{Markup.Flag("disabled", scene.Person is null)}>{scene.Language.Say($"Send")}</button>
            </div>
            {shortcuts.Draw(scene.Person is not null, scene.Language)}
            </form>
            """
        );

    /// <summary>Where the buttons of all cards belong, so that they work without a script.</summary>
    private static Markup PressForm(Scene scene) =>
        Markup.Of($"""<form id="{Html.Form}" method="post" action="/page/commands">{Hidden(scene)}</form>""");

    public static Markup Hidden(Scene scene) =>
        Markup.Of(
            $"""<input type="hidden" name="person" value="{scene.Person?.Id.Value}"><input type="hidden" name="channel" value="{scene.Room?.Id.Value}">"""
        );
}
