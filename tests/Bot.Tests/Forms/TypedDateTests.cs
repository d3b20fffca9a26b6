using System.Globalization;
using Bot.Forms;
using NodaTime;

namespace Bot.Tests.Forms;

public sealed class TypedDateTests
{
    [Theory]
    [InlineData("2026-11-25", "en-US")]
    [InlineData("25.11.2026", "de-DE")]
    [InlineData("25/11/2026", "fr-FR")]
    [InlineData("25-11-26", "en-GB")]
    [InlineData("11/25/2026", "en-US")]
    [InlineData("2026/11/25", "ja-JP")]
    [InlineData("2026-11-25", "th-TH")]
    [InlineData("2026-11-25", "ar-SA")]
    public void A_day_is_read_in_the_order_of_the_language(string typed, string locale) =>
        Assert.Equal(new LocalDate(2026, 11, 25), TypedDate.Parse(typed, CultureInfo.GetCultureInfo(locale)));

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("31.11.2026")]
    [InlineData("25/13/2026")]
    [InlineData("0/1/2026")]
    [InlineData("2569-11-25")]
    [InlineData("1999-12-31")]
    [InlineData("tomorrow")]
    [InlineData("25.11.")]
    [InlineData("2026-11-25-01")]
    [InlineData("")]
    public void What_is_no_day_is_not_guessed(string typed) => Assert.Null(TypedDate.Parse(typed, CultureInfo.GetCultureInfo("en-GB")));

    [Theory]
    [InlineData("9", 9, 0)]
    [InlineData("09:00", 9, 0)]
    [InlineData("9.30", 9, 30)]
    [InlineData("17h30", 17, 30)]
    [InlineData("18h", 18, 0)]
    [InlineData("5:30 pm", 17, 30)]
    [InlineData("12 a.m.", 0, 0)]
    [InlineData("12 PM", 12, 0)]
    public void A_time_of_day_is_read_as_people_write_it(string typed, int hour, int minute) =>
        Assert.Equal(new LocalTime(hour, minute), TypedTime.Parse(typed));

    [Theory]
    [InlineData("24:00")]
    [InlineData("9:60")]
    [InlineData("13 pm")]
    [InlineData("noon")]
    [InlineData("9:00:00")]
    [InlineData("-9")]
    [InlineData("")]
    public void What_is_no_time_of_day_is_not_guessed(string typed) => Assert.Null(TypedTime.Parse(typed));
}
