using Bot.Settings;
using Bot.Teams.Tokens;

namespace Bot.Tests.Teams;

public sealed class ServiceUrlsTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://smba.trafficmanager.net/amer", true)]
    [InlineData("https://smba.trafficmanager.net/", true)]
    [InlineData("https://SMBA.trafficmanager.net/teams/", true)]
    [InlineData("http://smba.trafficmanager.net/emea/", false)]
    [InlineData("https://smba.trafficmanager.net:8443/emea/", false)]
    [InlineData("https://evil.trafficmanager.net/emea/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("https://user@smba.trafficmanager.net/emea/", false)]
    [InlineData("http://127.0.0.1:56150/_connector", false)]
    [InlineData("/emea", false)]
    [InlineData("", false)]
    public void By_default_only_Teams_of_the_public_cloud_is_answered(string serviceUrl, bool allowed) =>
        Assert.Equal(allowed, new ServiceUrls(new()).Allow(serviceUrl));

    [Theory]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams/emea", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teamsters", false)]
    [InlineData("https://smba.trafficmanager.net/emea/", false)]
    public void Configured_addresses_take_the_place_of_the_public_cloud(string serviceUrl, bool allowed) =>
        Assert.Equal(
            allowed,
            new ServiceUrls(new TeamsSettings { AllowedServiceUrls = ["https://smba.infra.gcc.teams.microsoft.com/teams"] }).Allow(
                serviceUrl
            )
        );

    [Theory]
    [InlineData("http://127.0.0.1:56150/_connector", true)]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://10.0.0.1/_connector", false)]
    public void Development_answers_to_this_machine(string serviceUrl, bool allowed) =>
        Assert.Equal(allowed, new ServiceUrls(new TeamsSettings { Development = true }).Allow(serviceUrl));
}
