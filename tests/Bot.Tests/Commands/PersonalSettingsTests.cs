using System.Globalization;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Tests.Hosting;
using Gamification.Announcements;
using Gamification.People;
using NodaTime;
using Storage;

namespace Bot.Tests.Commands;

/// <summary>What Ana decides for herself in words, and what it does to what she and others see.</summary>
public sealed class PersonalSettingsTests : IAsyncLifetime
{
    private static readonly LocalDate Today = new(2026, 11, 18);

    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await (await RunningHost.StartAsync()).WithPeopleAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Each_thing_is_set_in_words_and_kept()
    {
        foreach (var words in new[] { "notices rewards off", "reversals off", "notices reversals on", "unranked on", "alias  The Falcon" })
            Assert.Contains("Saved.", await AskAsync($"/medalist settings {words}"), StringComparison.Ordinal);

        var ana = await AnaAsync();
        Assert.Equal(
            (NoticeKinds.Rewards, false, "The Falcon", Publicity.Alias, null),
            (ana.Muted, ana.Ranked, ana.Alias, ana.Publicity, ana.Language)
        );
    }

    [Fact]
    public async Task The_chosen_language_wins_over_that_of_the_chat_until_it_is_auto_again()
    {
        Assert.StartsWith("Suas configurações", await AskAsync("/medalist settings language PT-br"), StringComparison.Ordinal);
        Assert.StartsWith("Suas configurações", await AskAsync("/medalist settings", "en-US"), StringComparison.Ordinal);
        Assert.StartsWith("Tus ajustes", await AskAsync("/medalist settings language es"), StringComparison.Ordinal);
        await AskAsync("/medalist settings language auto");
        Assert.StartsWith("Your settings", await AskAsync("/medalist settings"), StringComparison.Ordinal);
        Assert.StartsWith("Tus ajustes", await AskAsync("/medalist settings", "es-MX"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notices spam off", "Kinds are goals, rewards, reversals, or all.")]
    [InlineData("notices rewards", "such as “notices rewards off”")]
    [InlineData("notices", "such as “notices rewards off”")]
    [InlineData("language de", "Type “language en”, “language pt-BR”, “language es”, or “language auto”")]
    [InlineData("language", "Type “language en”")]
    [InlineData("hints", "Type “hints on” or “hints off”.")]
    [InlineData("hints maybe", "Type “hints on” or “hints off”.")]
    [InlineData("unranked", "Type “unranked on” to leave the boards")]
    [InlineData("publicity loud", "Type “publicity named”, “publicity alias” or “publicity none”.")]
    [InlineData("alias", "Type the alias too, such as “alias Falcon”, or “alias off”.")]
    [InlineData("volume up", "“volume up” is no setting.")]
    [InlineData("<!channel>", "is no setting.")]
    public async Task What_is_no_setting_changes_nothing_and_is_answered_with_what_to_type(string words, string remedy)
    {
        var before = await AnaAsync();

        Assert.Contains(remedy, await AskAsync($"/medalist settings {words}"), StringComparison.Ordinal);
        Assert.Equal((before.Muted, before.Language, before.Ranked), ((await AnaAsync()).Muted, (await AnaAsync()).Language, true));
    }

    [Theory]
    [InlineData("Ben Okafor", "Somebody else is called")]
    [InlineData("BEN okafor", "Somebody else is called")]
    [InlineData("12345678901234567890123456789012345678901", "Write an alias of 1 to 40 characters.")]
    [InlineData("\u202E\u202E", "Write an alias of 1 to 40 characters.")]
    public async Task An_alias_is_nobody_elses_name_and_no_riddle(string alias, string problem)
    {
        Assert.Contains(problem, await AskAsync($"/medalist settings alias {alias}"), StringComparison.Ordinal);
        Assert.Null((await AnaAsync()).Alias);
    }

    [Fact]
    public async Task An_alias_is_chosen_before_it_is_shown_and_goes_with_its_publicity()
    {
        Assert.Contains("First choose the alias", await AskAsync("/medalist settings publicity alias"), StringComparison.Ordinal);
        await AskAsync("/medalist settings alias Falcon");
        await AskAsync("/medalist settings alias off");

        Assert.Equal((null, Publicity.Named), ((await AnaAsync()).Alias, (await AnaAsync()).Publicity));
    }

    [Fact]
    public async Task What_somebody_chose_is_in_the_audit_by_themselves()
    {
        await AskAsync("/medalist settings notices goals off");

        var row = (await host.Service<AuditReader>().ListAsync(1, CancellationToken.None))[0];
        Assert.Equal(
            ("ana", "person.settings", "ana", """{"muted":"none"}""", """{"muted":"goals"}"""),
            (
                row.By,
                row.What,
                row.About,
                row.Before!.Replace(",\"language\":null", "", StringComparison.Ordinal),
                row.After!.Replace(",\"language\":null", "", StringComparison.Ordinal)
            )
        );
    }

    private async Task<PersonView> AnaAsync() =>
        (await host.Service<DirectoryReader>().FindAsync(new("ana"), Today, CancellationToken.None))!;

    private async Task<string> AskAsync(string line, string culture = "en-GB") =>
        PlainText.Render(
            (
                await host.Service<CommandDesk>()
                    .AnswerAsync(
                        new("web", "ana", _ => Task.FromResult<string?>(null)),
                        line,
                        new("slack", "D01", IsChannel: false),
                        CultureInfo.GetCultureInfo(culture),
                        CancellationToken.None
                    )
            ).Card
        );
}
