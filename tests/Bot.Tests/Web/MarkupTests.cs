using Bot.Web;

namespace Bot.Tests.Web;

public sealed class MarkupTests
{
    [Fact]
    public void Text_in_a_hole_is_text_whatever_it_contains()
    {
        var name = """<img src=x onerror="alert(1)">'&""";

        var html = Markup.Of($"""<p title="{name}">{name}</p>""").Html;

        Assert.Equal(
            """<p title="&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#x27;&amp;">&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#x27;&amp;</p>""",
            html
        );
    }

    [Fact]
    public void Markup_in_a_hole_stays_markup() =>
        Assert.Equal("<p><b>é</b> 7</p>", Markup.Of($"<p>{Markup.Of($"<b>{"é"}</b>")} {7}</p>").Html);
}
