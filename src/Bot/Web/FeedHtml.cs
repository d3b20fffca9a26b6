using System.Globalization;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Texts;

namespace Bot.Web;

/// <summary>Draws posts, questions and answers as they stand in a feed.</summary>
internal sealed class FeedHtml(Feed feed, PageClock clock)
{
    public async Task<Markup> DrawAsync(IEnumerable<Post> posts, CultureInfo locale, CancellationToken ct)
    {
        var drawn = new List<Markup>();
        foreach (var post in posts)
            drawn.Add(await DrawAsync(post, locale, ct));
        return Markup.Join(drawn);
    }

    public async Task<Markup> DrawAsync(Post post, CultureInfo locale, CancellationToken ct)
    {
        var card = await feed.DrawAsync(post, ct);
        return Markup.Of(
            $"""
            <div class="post" data-key="{post.Key}" data-edition="{post.Edition}">
            <p class="meta"><b>Medalist</b> <time datetime="{PageClock.Stamp(post.At)}">{clock.Tell(post.At, locale)}</time></p>
            {card}
            </div>
            """
        );
    }

    public static Markup Question(string line, Language language) =>
        Markup.Of($"""<p class="question"><span class="visually-hidden">{language.Say($"You asked:")} </span>{line}</p>""");

    /// <summary>What came of a form: the script puts it in the place of the card the form was opened from.</summary>
    public static Markup Done(Card card) => Markup.Of($"""<div class="post answer" data-done>{new Markup(Html.Render(card))}</div>""");

    public static Markup Form(Markup form) => Markup.Of($"""<div class="post answer">{form}</div>""");

    public static Markup Answer(Card card) => Markup.Of($"""<div class="post answer">{new Markup(Html.Render(card))}</div>""");
}
