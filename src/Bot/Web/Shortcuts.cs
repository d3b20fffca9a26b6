using Bot.Commands;
using Bot.Texts;

namespace Bot.Web;

/// <summary>Commands to choose from: the everyday ones as buttons, all of them as suggestions of the command box.</summary>
internal sealed class Shortcuts(IEnumerable<ICommand> commands)
{
    private static readonly string[] Everyday =
    [
        "/performance",
        "/goals",
        "/leaderboard",
        "/leaderboard month",
        "/leaderboard last week",
        "/points",
        "/badges",
        "/rewards",
        "/medalist help",
    ];

    public Markup Draw(bool enabled, Language language) =>
        Markup.Of(
            $"""
            <datalist id="commands">{Markup.Join(
                Everyday.Concat(commands.Select(command => $"/{command.Name}")).Distinct().Select(Suggestion)
            )}</datalist>
            <div class="chips" role="group" aria-label="{language.Say($"Everyday commands")}">{Markup.Join(Everyday.Select(line => Chip(line, enabled)))}</div>
            """
        );

    private static Markup Suggestion(string line) => Markup.Of($"""<option value="{line}"></option>""");

    private static Markup Chip(string line, bool enabled) =>
        Markup.Of($"""<button type="submit" name="command" value="{line}"{Markup.Flag("disabled", !enabled)}>{line}</button>""");
}
