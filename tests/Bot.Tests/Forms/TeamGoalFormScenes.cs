using System.Globalization;
using System.Text;
using Bot.Commands;
using Bot.Forms;
using Bot.Tests.Hosting;

namespace Bot.Tests.Forms;

/// <summary>The forms of goals for others as the host makes them for Mara, who manages EMEA: each step empty, filled in, wrong.</summary>
public sealed class TeamGoalFormScenes : IAsyncLifetime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private static readonly Dictionary<string, string> Together = new()
    {
        ["name"] = "Quotes of November",
        ["subject"] = "team:emea",
        ["metric"] = "quotes",
        ["period"] = "Month",
        ["target"] = "300",
        ["accelerator"] = "none",
        ["board"] = "on",
    };

    private static readonly Dictionary<string, string> Rewarded = new()
    {
        ["base-trigger"] = "100 %",
        ["base-rewards"] = "100 coins",
        ["super-rewards"] = "500 coins\nprize Dinner for two",
        ["super-label"] = "Gold",
        ["mega-trigger"] = "390",
        ["mega-rewards"] = "prize Team lunch, once for the team",
        ["share"] = "Proportional",
        ["every-member"] = "50",
        ["participation"] = "80",
    };

    private static readonly Dictionary<string, string> Each = new()
    {
        ["name"] = "Revenue each",
        ["subject"] = "members:emea",
        ["metric"] = "revenue",
        ["period"] = "Month",
        ["target"] = "100,000",
        ["targets"] = "ana@example.com = 80000",
        ["accelerator"] = "Retroactive",
    };

    private static readonly Dictionary<string, string> Cliff = new()
    {
        ["unit"] = "Coins",
        ["per"] = "100",
        ["bands"] = "100-110: 1\n110+: 1.2",
        ["no-cap"] = "on",
        ["gate"] = "none",
    };

    private readonly Dictionary<string, (Form Form, IReadOnlyList<FieldError> Errors)> all = new(StringComparer.Ordinal);
    private RunningHost host = null!;

    public static IReadOnlyList<string> Names { get; } =
    [
        "aim-empty",
        "aim-filled",
        "aim-wrong",
        "tiers-empty",
        "tiers-filled",
        "tiers-accelerated",
        "tiers-wrong",
        "preview",
        "preview-cliff",
        "preview-shadow",
        "preview-edit",
        "preview-next-period",
        "post-again",
        "close",
    ];

    internal (Form Form, IReadOnlyList<FieldError> Errors) this[string name] => all[name];

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "mara" } });
        await PutAsync("shadow", ",\"shadow\":true");
        await PutAsync("push", "");
        foreach (var day in new[] { "02", "03", "04" })
            await host.ReportAsync(
                $"d{day}",
                "deal.closed",
                new
                {
                    dealId = $"d{day}",
                    owner = "ana@example.com",
                    outcome = "won",
                    amount = 50_000,
                    currency = "EUR",
                },
                $"2026-11-{day}T09:00:00Z"
            );

        await MakeAsync();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    private async Task MakeAsync()
    {
        var aim = await NoteAsync("aim-empty", OpenAsync("team-goal new"));
        var tiers = await NoteAsync("tiers-empty", SubmitAsync(aim, Together));
        await NoteAsync(
            "tiers-wrong",
            SubmitAsync(
                tiers,
                On(
                    tiers,
                    new()
                    {
                        ["base-trigger"] = "many",
                        ["super-rewards"] = "a car",
                        ["every-member"] = "101",
                    }
                )
            )
        );
        var preview = await NoteAsync("preview", SubmitAsync(tiers, On(tiers, Rewarded)));
        var filled = await NoteAsync("tiers-filled", SubmitAsync(preview, new() { ["back"] = "on" }));
        await NoteAsync("aim-filled", SubmitAsync(filled, new(Values(filled)) { ["back"] = "on" }));
        await NoteAsync(
            "aim-wrong",
            SubmitAsync(
                aim,
                new(Together)
                {
                    ["target"] = "0",
                    ["only"] = "November",
                    ["subject"] = "person",
                    ["targets"] = "nobody = 3",
                }
            )
        );
        var accelerated = await NoteAsync("tiers-accelerated", SubmitAsync(aim, Each));
        await NoteAsync("preview-cliff", SubmitAsync(accelerated, On(accelerated, Cliff)));
        await NoteAsync("preview-shadow", EditedAsync("shadow", "100,000"));
        await NoteAsync("preview-edit", EditedAsync("push", "80,000"));
        await NoteAsync("preview-next-period", EditedAsync("push", "120,000"));
        await NoteAsync("post-again", OpenAsync("post-again tier:push:person:ana:2026-11:base"));
        await NoteAsync("close", OpenAsync("team-goal-close push"));
    }

    /// <summary>Its state is packed, and another one each time.</summary>
    private async Task<Form> NoteAsync(string name, Task<FormReply> asked)
    {
        var reply = await asked;
        var show = Assert.IsType<FormReply.Show>(reply);
        all[name] = (show.Form with { State = "state", Parts = [.. show.Form.Parts.Select(AtTen)] }, show.Errors);
        return show.Form;
    }

    /// <summary>The host's clock goes on while a slow machine makes the scenes.</summary>
    private static FormPart AtTen(FormPart part) =>
        part is FormPart.Facts(var rows)
            ? new FormPart.Facts([.. rows.Select(row => row.Label == "Posted" ? row with { Value = "Wed 18 Nov 10:00" } : row)])
            : part;

    private async Task<FormReply> EditedAsync(string goal, string target)
    {
        var aim = Assert.IsType<FormReply.Show>(await OpenAsync($"team-goal {goal}")).Form;
        var values = Values(aim);
        values["target"] = target;
        var tiers = Assert.IsType<FormReply.Show>(await SubmitAsync(aim, values)).Form;
        return await SubmitAsync(tiers, Values(tiers));
    }

    private static Dictionary<string, string> Values(Form form) => form.Fields.ToDictionary(field => field.Id, field => field.Typed);

    /// <summary>What stands in a form with what is typed over it.</summary>
    private static Dictionary<string, string> On(Form form, Dictionary<string, string> typed) =>
        Values(form).Where(value => !typed.ContainsKey(value.Key)).Concat(typed).ToDictionary(value => value.Key, value => value.Value);

    private Task<FormReply> OpenAsync(string line) =>
        host.Service<FormDesk>().OpenAsync(Mara, FormLine.Parse(line), Place, English, CancellationToken.None);

    private Task<FormReply> SubmitAsync(Form form, Dictionary<string, string> values) =>
        host.Service<FormDesk>()
            .SubmitAsync(
                Mara,
                new(form.Id, form.State),
                new(values.ToDictionary(value => value.Key, value => (IReadOnlyList<string>)[value.Value], StringComparer.Ordinal)),
                Place,
                English,
                CancellationToken.None
            );

    private async Task PutAsync(string id, string more)
    {
        using var body = new StringContent(
            $$"""
            {"name":"Revenue of the month","subject":{"kind":"members","id":"emea"},"metric":"revenue","target":100000,"period":{"kind":"month"},
             "tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":500}]},{"kind":"super","label":"Gold"}]{{more}} }
            """,
            Encoding.UTF8,
            "application/json"
        );
        using var response = await host.Admin.PutAsync(new Uri($"/api/v1/goals/{id}", UriKind.Relative), body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static ChatUser Mara => new("web", "mara", _ => Task.FromResult<string?>(null));

    private static Place Place => new("web", "emea", IsChannel: true);
}
