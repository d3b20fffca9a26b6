using Bot.Commands;
using Bot.Tests.Forms;

namespace Bot.Tests.Texts;

/// <summary>Commands, right, wrong and not allowed, of a reader whose every sentence stands in brackets.</summary>
public sealed class CommandLanguageTests : IAsyncLifetime
{
    private static readonly string[] Lines =
    [
        "/help",
        "/leaderbord",
        "/leaderboard fortnight",
        "/leaderboard last month company by revenue",
        "/goals",
        "/goals pause push",
        "/goals delete nothing",
        "/badges",
        "/badges closer",
        "/badges closre",
        "/badges @mara",
        "/performance",
        "/points month",
        "/points yesterday",
        "/rewards",
        "/why",
        "/why goal push",
        "/why grant push",
        "/why badge closer",
        "/why badge nothing",
        "/why @cho",
        "/team-goals",
        "/team-goals push",
        "/team-goals nothing",
        "/team-goals grants push",
        "/team-goals posts push",
        "/team-goals prizes",
        "/team-goals show push",
        "/medalist link",
        "/medalist nothing",
        "/medalist people",
        "/medalist inbox",
        "/medalist rules",
        "/medalist badge",
        "/medalist status",
        "/medalist status dismiss nothing",
        "/medalist channel",
        "/medalist channel amer",
        "/medalist channel mention name",
        "/medalist channel budget many",
        "/medalist channel quiet 25:00",
        "/medalist channel pause",
        "/medalist channel resume",
        "/medalist settings",
        "/medalist settings language klingon",
        "/medalist settings alias Mara Manager",
        "/medalist settings notices nothing off",
    ];

    private readonly FormRightsTests walk = new() { Locale = FormLanguageTests.Nobodys };

    public Task InitializeAsync() => walk.InitializeAsync();

    public Task DisposeAsync() => walk.DisposeAsync();

    [Theory]
    [InlineData("ana", true)]
    [InlineData("ana", false)]
    [InlineData("olga", true)]
    [InlineData("mara", true)]
    [InlineData("vera", false)]
    public async Task Every_word_of_an_answer_and_of_a_refusal_is_said_in_the_language_of_who_asks(string person, bool isChannel)
    {
        var bare = new List<string>();
        foreach (var line in Lines)
        {
            var reply = await walk
                .Host.Service<CommandDesk>()
                .AnswerAsync(
                    new("web", person, _ => Task.FromResult<string?>(null)),
                    line,
                    new("web", "emea", isChannel),
                    FormLanguageTests.Nobodys,
                    CancellationToken.None
                );
            string[] names =
            [
                .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimStart('/')),
                .. FormLanguageTests.Names,
            ];
            bare.AddRange(BareWords.In(reply.Card, [.. names.OrderByDescending(name => name.Length)]).Select(text => $"{line}: {text}"));
        }

        Assert.Empty(bare);
    }
}
