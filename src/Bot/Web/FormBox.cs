using System.Diagnostics;
using Bot.Forms;
using Bot.Forms.Rendering;

namespace Bot.Web;

/// <summary>Forms on the page: a button asks for one, and it comes back until it is right.</summary>
internal sealed class FormBox(SceneReader scenes, SceneHtml page, PagePosts posts, FormDesk desk)
{
    public async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken ct)
    {
        var (form, status) = await PageForm.ReadFilledInAsync(request, ct);
        if (form is null)
            return PageAnswer.Refusal(
                request,
                status,
                $"That cannot be taken",
                $"It is no form of this page, or it is too long. Open the form again and write less."
            );

        var scene = await scenes.ReadAsync(new(form.Text("channel"), form.Text("person"), PageQuery.LocaleOf(request)), ct);
        if (scene is { Person: null } or { Remark: not null })
            return PageAnswer.Nobody(request);

        var answer = form.Text(FormHtml.FormName) is { Length: > 0 } line
            ? await SubmitAsync(scene, line, new(form.After(FormHtml.InputPrefix)), ct)
            : await OpenAsync(scene, form.Text("open"), ct);
        if (PageAnswer.IsForScript(request))
            return PageAnswer.Html(answer);

        var parts = await posts.DrawAsync(scene, ct);
        return PageAnswer.Html(page.Draw(scene, parts with { Private = Markup.Join([parts.Private, answer]) }));
    }

    public async Task<Markup> OpenAsync(Scene scene, string line, CancellationToken ct) =>
        Draw(scene, await desk.OpenAsync(PageUser.Of(scene), FormLine.Parse(line), PageUser.PlaceOf(scene), scene.Locale, ct));

    private async Task<Markup> SubmitAsync(Scene scene, string line, FormValues values, CancellationToken ct) =>
        Draw(scene, await desk.SubmitAsync(PageUser.Of(scene), FormLine.Parse(line), values, PageUser.PlaceOf(scene), scene.Locale, ct));

    private static Markup Draw(Scene scene, FormReply reply) =>
        reply switch
        {
            FormReply.Show(var form, var errors) => FeedHtml.Form(
                FormHtml.Render(form, errors, $"form-{Guid.NewGuid().ToString("N")[..8]}", SceneHtml.Hidden(scene))
            ),
            FormReply.Done(var card) => FeedHtml.Done(card),
            FormReply.Refused(var card) => FeedHtml.Answer(card),
            _ => throw new UnreachableException($"Nothing to draw for {reply.GetType().Name}."),
        };
}
