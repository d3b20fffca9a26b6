using System.Text;
using Bot.Cards;
using Bot.Texts;

namespace Bot.Web;

/// <summary>Answers of the page: the whole of it, or only the new part where the script asked for it.</summary>
internal static class PageAnswer
{
    /// <summary>Sent by the page's script, which puts the part in place itself.</summary>
    private const string ScriptHeader = "X-Medalist-Part";

    public static bool IsForScript(HttpRequest request) => request.Headers.ContainsKey(ScriptHeader);

    public static IResult Html(Markup markup, int status = StatusCodes.Status200OK) =>
        Results.Content(markup.Html, "text/html", Encoding.UTF8, status);

    public static IResult Nobody(HttpRequest request) =>
        Refusal(
            request,
            StatusCodes.Status404NotFound,
            $"Nobody to answer",
            $"This person or channel is not here any more. Reload the page and choose from the list."
        );

    /// <summary>Something that could not be done, said as a card where the script can show one.</summary>
    public static IResult Refusal(HttpRequest request, int status, FormattableString title, FormattableString remedy)
    {
        var language = LanguageOf(request);
        return Html(
            IsForScript(request)
                ? FeedHtml.Answer(new(language.Say(title), [new CardPart.Text(language.Say(remedy))]))
                : Sheet.Notice(
                    language,
                    language.Say(title),
                    Markup.Of($"""<p>{language.Say(remedy)}</p><p><a class="button" href="/">{language.Say($"Back to the page")}</a></p>""")
                ),
            status
        );
    }

    /// <summary>The browser's, where nobody is chosen.</summary>
    public static Language LanguageOf(HttpRequest request) => Language.Of(PageQuery.LocaleOf(request));
}
