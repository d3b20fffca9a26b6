using Bot.Tests.Forms.Surfaces;
using Gamification.Announcements;
using Gamification.People;
using NodaTime;
using Storage;

namespace Bot.Tests.Forms;

/// <summary>A rep's own settings by form, on every surface over its wire.</summary>
public abstract class SettingsFormTests<TSurface>(TSurface surface) : IClassFixture<TSurface>
    where TSurface : FormSurface, new()
{
    private string Line => $"settings {surface.Person}";

    [Fact]
    public async Task What_is_chosen_is_kept_and_shown_when_the_form_is_opened_again()
    {
        await surface.OpenAsync(Line);

        var done = await surface.SubmitAsync(
            ("notices", "Goals"),
            ("publicity", "Alias"),
            ("alias", "Falcon"),
            ("ranked", "on"),
            ("language", "auto")
        );

        Assert.NotNull(done.Done);
        var person = (
            await surface
                .Host.Service<DirectoryReader>()
                .FindAsync(new(surface.Person), new LocalDate(2026, 11, 18), CancellationToken.None)
        )!;
        Assert.Equal(
            (NoticeKinds.Rewards | NoticeKinds.Reversals, Publicity.Alias, "Falcon", true),
            (person.Muted, person.Publicity, person.Alias, person.Ranked)
        );
        Assert.Equal("Falcon", (await surface.OpenAsync(Line)).Values["alias"]);
    }

    [Theory]
    [InlineData("Alias", "", "alias", "Write the name others see.")]
    [InlineData("Alias", "Ben Okafor", "alias", "Somebody else is called “Ben Okafor”. Choose another alias.")]
    [InlineData("Named", "", "language", "Choose one of the list; it may have changed.")]
    public async Task What_is_wrong_is_told_at_its_field(string publicity, string alias, string field, string message)
    {
        await surface.OpenAsync(Line);

        var seen = await surface.SubmitAsync(("publicity", publicity), ("alias", alias), ("language", field == "language" ? "de" : "auto"));

        Assert.Equal(message, seen.Errors[field]);
        Assert.Null(seen.Done);
    }
}

public sealed class SlackSettingsFormTests(SlackSurface surface) : SettingsFormTests<SlackSurface>(surface);

public sealed class TeamsSettingsFormTests(TeamsSurface surface) : SettingsFormTests<TeamsSurface>(surface);

public sealed class PageSettingsFormTests(PageSurface surface) : SettingsFormTests<PageSurface>(surface);
