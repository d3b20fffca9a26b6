using Bot.Settings;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests.Settings;

public sealed class SettingsValidationTests
{
    private const string Secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    [Fact]
    public void Nothing_configured_gives_the_defaults_of_the_documentation()
    {
        var settings = Read();

        Assert.Equal("Sqlite", settings.Storage.Provider);
        Assert.Equal("Data Source=data/medalist.db", settings.Storage.ConnectionString);
        Assert.Equal(("UTC", "USD", 1000L, 48, true), Of(settings.Organisation));
        Assert.Null(settings.Admin.ApiKey);
        Assert.Equal("https://slack.com/api/", settings.Slack.ApiUrl);
        Assert.Empty(settings.Connections);
    }

    [Theory]
    [InlineData("Storage:Provider", "Oracle", "Storage__Provider")]
    [InlineData("Organisation:TimeZone", "Paris", "Organisation__TimeZone")]
    [InlineData("Organisation:Currency", "EURO", "Organisation__Currency")]
    [InlineData("Organisation:Currency", "eur", "Organisation__Currency")]
    [InlineData("Organisation:RevenueUnit", "0", "Organisation__RevenueUnit")]
    [InlineData("Organisation:RevenueUnit", "1e3", "Organisation__RevenueUnit")]
    [InlineData("Organisation:GraceHours", "-1", "Organisation__GraceHours")]
    [InlineData("Organisation:LatePolicy", "Reject", "Organisation__LatePolicy")]
    [InlineData("Organisation:Language", "fr", "Organisation__Language")]
    [InlineData("Organisation:Language", "pt_BR", "Organisation__Language")]
    [InlineData("Organisation:Enabled", "yes", "Organisation__Enabled")]
    [InlineData("Points:QuoteSent", "10001", "Points__QuoteSent")]
    [InlineData("Points:QuoteSent", "ten", "Points__QuoteSent")]
    [InlineData("Points:QuotesPerDay", "-1", "Points__QuotesPerDay")]
    [InlineData("Points:ReplyMinutes", "0", "Points__ReplyMinutes")]
    [InlineData("Points:FastReplyMinutes", "16", "Points__FastReplyMinutes")]
    [InlineData("Points:Quotes", "10", "Points__Quotes")]
    [InlineData("Admin:ApiKey", "short", "Admin__ApiKey")]
    [InlineData("Slack:ApiUrl", "http://slack.example.com/api/", "Slack__ApiUrl")]
    [InlineData("Slack:BotToken", "xoxb-1", "Slack__SigningSecret")]
    [InlineData("Slack:SigningSecret", "s", "Slack__BotToken")]
    [InlineData("Slack:AppToken", "xapp-1", "Slack__BotToken")]
    [InlineData("Slack:AppToken", "xoxb-1", "Slack__AppToken")]
    [InlineData("Teams:AppId", "1", "Teams__AppSecret")]
    [InlineData("Teams:Development", "1", "Teams__Development")]
    [InlineData("Connections:crm:Kind", "fax", "Connections__crm__Kind")]
    [InlineData("Connections:crm:Kind", "standard", "Connections__crm__Secrets__0")]
    [InlineData("Connections:crm:Secrets:0", "whsec_dG9vIHNob3J0", "Connections__crm__Secrets__0")]
    [InlineData("Connections:crm:Secrets:0", "hunter2", "Connections__crm__Secrets__0")]
    [InlineData("Clock:StartAt", "tomorrow", "Clock__StartAt")]
    [InlineData("FirstSale:Trigger", "Hope", "FirstSale__Trigger")]
    public void A_wrong_setting_is_named_as_it_is_written_in_the_environment(string key, string value, string named) =>
        Assert.Contains(Assert.Throws<SettingsException>(() => Read((key, value))).Problems, problem => problem.Name == named);

    [Fact]
    public void All_wrong_settings_are_named_at_once_and_no_secret_is_repeated()
    {
        var wrong = Assert.Throws<SettingsException>(() =>
            Read(("Organisation:TimeZone", "Paris"), ("Connections:crm:Secrets:0", "hunter2"))
        );

        Assert.Equal(["Organisation__TimeZone", "Connections__crm__Secrets__0"], wrong.Problems.Select(problem => problem.Name));
        Assert.DoesNotContain("hunter2", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public void An_admin_key_has_at_least_16_characters(int length, bool accepted) =>
        Assert.Equal(accepted, Record.Exception(() => Read(("Admin:ApiKey", new string('k', length)))) is null);

    [Fact]
    public void A_connection_may_have_several_live_secrets()
    {
        var settings = Read(("Connections:crm:Secrets:0", Secret), ("Connections:crm:Secrets:1", Secret));

        Assert.Equal(2, settings.Connections["crm"].Secrets.Count);
    }

    private static HostSettings Read(params (string Key, string? Value)[] values) =>
        SettingsValidation.Read(new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(v => v.Key, v => v.Value)).Build());

    private static (string, string, long, int, bool) Of(OrganisationSettings settings) =>
        (settings.TimeZone, settings.Currency, settings.RevenueUnit, settings.GraceHours, settings.Enabled);
}
