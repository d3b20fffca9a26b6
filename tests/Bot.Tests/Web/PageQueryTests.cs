using Bot.Web;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Web;

public sealed class PageQueryTests
{
    [Theory]
    [InlineData("de-DE,de;q=0.9,en;q=0.8", "de-DE")]
    [InlineData("en;q=0.5, fr-FR;q=0.9", "fr-FR")]
    [InlineData("xx-invented, en-US", "en-US")]
    [InlineData("*", "en-GB")]
    [InlineData("", "en-GB")]
    [InlineData("<script>;q=nonsense", "en-GB")]
    public void The_reader_s_first_known_language_is_used(string header, string locale)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = header;

        Assert.Equal(locale, PageQuery.LocaleOf(context.Request).Name);
    }
}
