using Bot.Demo;
using Bot.Texts;

namespace Bot.Web;

/// <summary>Answers the demo's buttons: signs the events, sends them to the real endpoint and shows what came back.</summary>
internal sealed class DemoDesk(DemoMode mode, SceneReader scenes, SceneHtml page, PagePosts posts, TimeProvider clock)
{
    public async Task<IResult> SendAsync(HttpRequest request, CancellationToken ct)
    {
        if (!mode.IsOn)
            return PageAnswer.Refusal(
                request,
                StatusCodes.Status404NotFound,
                $"Not in the demo",
                $"Only the demo reports events of its own making."
            );

        var (form, _) = await PageForm.ReadAsync(request, ct);
        var scene = await scenes.ReadAsync(new(form?.Text("channel"), form?.Text("person"), PageQuery.LocaleOf(request)), ct);
        var result =
            form is null || scene.Person is not { } person || scene.Remark is not null
                ? scene.Language.Say($"Choose somebody from the list first.")
                : await SendAsync(form, person.Email, scene.Language, ct);

        if (PageAnswer.IsForScript(request))
            return PageAnswer.Html(Markup.Of($"{result}"));

        var parts = await posts.DrawAsync(scene, ct);
        return PageAnswer.Html(page.Draw(scene, parts with { Result = result }));
    }

    private async Task<string> SendAsync(PageForm form, string owner, Language language, CancellationToken ct)
    {
        if (DemoKinds.Of(form.Text("kind"), form.Text("amount"), owner, clock.GetUtcNow()) is not { } events)
            return language.Say($"An amount is a positive number with at most two decimals, such as 4200 or 129.90.");

        var answers = new List<string>();
        foreach (var report in events)
            answers.Add($"{report.Type}: {(await mode.Crm().SendAsync(report, ct)).Said}");
        return string.Join(" · ", answers);
    }
}
