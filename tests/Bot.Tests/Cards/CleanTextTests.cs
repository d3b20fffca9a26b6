using System.Globalization;
using System.Text;
using Bot.Cards;
using CsCheck;

namespace Bot.Tests.Cards;

public sealed class CleanTextTests
{
    /// <summary>Throws at a lone surrogate.</summary>
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    [Theory]
    [InlineData("Chloé Petit", "Chloé Petit")]
    [InlineData("  two\t\r\n  words ", "two words")]
    [InlineData("user\u202Egnp.exe", "usergnp.exe")]
    [InlineData("a\u200Bb\u2066c\u2069\u00ADd\uFEFF", "abcd")]
    [InlineData("bell\u0007", "bell")]
    [InlineData("", "?")]
    [InlineData("\u200B\u202E", "?")]
    [InlineData("\uD800", "\uFFFD")]
    [InlineData("👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    [InlineData("می‌خواهم", "می‌خواهم")]
    [InlineData("pay‌pal", "paypal")]
    public void Text_of_people_is_shown_as_text(string given, string shown) => Assert.Equal(shown, CleanText.Of(given));

    [Fact]
    public void A_long_text_is_cut_between_graphemes() =>
        Assert.Equal("ééé…", CleanText.Of(string.Concat(Enumerable.Repeat("e\u0301", 10)), 4).Normalize());

    [Fact]
    public void Piled_up_marks_are_cut() => Assert.InRange(CleanText.Of("Z" + new string('\u0301', 500)).Length, 1, 17);

    [Fact]
    public void Whatever_comes_in_is_short_visible_and_well_formed() =>
        Gen.Select(Gen.String, Gen.Int[1, 50])
            .Sample(
                (text, limit) =>
                {
                    var clean = CleanText.Of(text, limit);
                    Assert.InRange(new StringInfo(clean).LengthInTextElements, 1, limit + 1);
                    Assert.InRange(clean.Length, 1, (limit * 2) + 1);
                    Assert.DoesNotContain(clean, char.IsControl);
                    Assert.DoesNotContain('\u202E', clean);
                    Assert.NotEmpty(Strict.GetBytes(clean));
                }
            );
}
