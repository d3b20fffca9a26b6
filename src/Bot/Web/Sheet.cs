using Bot.Texts;

namespace Bot.Web;

/// <summary>The frame every page of the host stands in.</summary>
internal static class Sheet
{
    public static Markup Of(Language language, string title, Markup body) =>
        Markup.Of(
            $"""
            <!doctype html>
            <html lang="{language.Name}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title} · Medalist</title>
            <link rel="icon" type="image/svg+xml" href="{Assets.Url("mark.svg")}">
            <link rel="stylesheet" href="{Assets.Url("page.css")}">
            <script src="{Assets.Url("page.js")}" defer></script>
            </head>
            <body>
            {body}
            </body>
            </html>
            """
        );

    /// <summary>A page that says one thing: signing in, or why it cannot be seen.</summary>
    public static Markup Notice(Language language, string title, Markup body) =>
        Of(
            language,
            title,
            Markup.Of(
                $"""
                <main class="notice">
                <img src="{Assets.Url("mark.svg")}" alt="" width="56" height="56">
                <h1>{title}</h1>
                {body}
                </main>
                """
            )
        );
}
