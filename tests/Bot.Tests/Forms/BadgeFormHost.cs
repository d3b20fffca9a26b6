using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Forms;
using Bot.Tests.Hosting;
using Storage;

namespace Bot.Tests.Forms;

/// <summary>The forms of badges on the whole host, on Wednesday 18 November in Paris; Ada is admin, Ana has sent three quotes and logged two calls.</summary>
public abstract class BadgeFormHost : IAsyncLifetime
{
    private static readonly Place Page = new("web", "web", IsChannel: false);
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private protected RunningHost Host { get; private set; } = null!;

    private FormDesk Desk => Host.Service<FormDesk>();

    public async Task InitializeAsync()
    {
        Host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await Host.PutAsync(
            "/api/v1/people/ada",
            new
            {
                name = "Ada Admin",
                email = "ada@example.com",
                role = "admin",
            }
        );
        foreach (var id in new[] { "q1", "q2", "q3" })
            await Host.ReportAsync(id, "quote.sent", new { quoteId = id, owner = "ana@example.com" });
        foreach (var id in new[] { "c1", "c2" })
            await Host.ReportAsync(
                id,
                "activity.logged",
                new
                {
                    activityId = id,
                    kind = "call",
                    owner = "ana@example.com",
                }
            );
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    protected static string Said(FormReply reply) => PlainText.Render(Assert.IsType<FormReply.Done>(reply).Card);

    protected static ChatUser User(string person) => new("web", person, _ => Task.FromResult<string?>(null));

    protected Task<CommandReply> AskAsync(string person, string line) =>
        Host.Service<CommandDesk>().AnswerAsync(User(person), line, Page, English, CancellationToken.None);

    protected async Task<Form> OpenAsync(string form, string about) =>
        Assert.IsType<FormReply.Show>(await Desk.OpenAsync(User("ada"), new(form, about), Page, English, CancellationToken.None)).Form;

    protected Task<FormReply> SubmitAsync(Form form, params (string Field, string Typed)[] typed) => SubmitAsync(form, "ada", typed);

    protected Task<FormReply> SubmitAsync(Form form, string person, params (string Field, string Typed)[] typed)
    {
        var values = form.Fields.ToDictionary(field => field.Id, field => field.Value, StringComparer.Ordinal);
        foreach (var (field, text) in typed)
            values[field] = text.Length == 0 ? [] : [text];

        return Desk.SubmitAsync(User(person), new(form.Id, form.State), new(values), Page, English, CancellationToken.None);
    }

    protected Task<BadgeBook> BookAsync() => Host.Service<BadgeReader>().BookAsync(CancellationToken.None);

    protected async Task<int> VersionOfAsync(string badge) => (await BookAsync()).Settings.NewestOf(badge)?.Version ?? 0;

    protected Task<IReadOnlyList<AuditRecord>> AuditAsync() => Host.Service<AuditReader>().ListAsync(1, CancellationToken.None);

    protected async Task<string?> StateOfAnaAsync(string id)
    {
        var badges = await Host.Admin.GetFromJsonAsync<JsonElement>("/api/v1/people/ana/badges");
        return badges
            .EnumerateArray()
            .Where(badge => badge.GetProperty("id").GetString() == id)
            .Select(badge => badge.GetProperty("state").GetString())
            .SingleOrDefault();
    }
}
