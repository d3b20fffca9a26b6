using Bot.Cards;
using Bot.Commands;

namespace Bot.Web;

/// <summary>What a person typed or pressed on the page, answered as in a chat.</summary>
internal sealed class CommandBox(SceneReader scenes, SceneHtml page, PagePosts posts, CommandDesk desk, FormBox forms, SharedBoard shared)
{
    private const int MaxLength = 300;

    public async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken ct)
    {
        var (form, status) = await PageForm.ReadAsync(request, ct);
        if (form is null)
            return status is StatusCodes.Status413PayloadTooLarge ? TooMuch(request) : Unreadable(request, status);

        var line = CleanText.Of(form.Text("command"), MaxLength + 1);
        if (line.Length > MaxLength)
            return TooMuch(request);

        var scene = await scenes.ReadAsync(new(form.Text("channel"), form.Text("person"), PageQuery.LocaleOf(request)), ct);
        return scene switch
        {
            { Person: null } or { Remark: not null } => PageAnswer.Nobody(request),
            _ => await AnswerAsync(request, scene, line.Length == 0 ? "help" : line, ct),
        };
    }

    private async Task<IResult> AnswerAsync(HttpRequest request, Scene scene, string line, CancellationToken ct)
    {
        var reply = await desk.AnswerAsync(PageUser.Of(scene), line, PageUser.PlaceOf(scene), scene.Locale, ct);
        if (reply.Shared is not null && scene.Room is { } room)
            await shared.PostAsync(room.Id, scene.Person!, line, ct);

        var answer = reply.Opens is { } form ? await forms.OpenAsync(scene, form, ct) : FeedHtml.Answer(reply.Card);
        if (PageAnswer.IsForScript(request))
            return PageAnswer.Html(answer);

        var parts = await posts.DrawAsync(scene, ct);
        return PageAnswer.Html(
            page.Draw(scene, parts with { Private = Markup.Join([parts.Private, FeedHtml.Question(line, scene.Language), answer]) })
        );
    }

    private static IResult Unreadable(HttpRequest request, int status) =>
        PageAnswer.Refusal(
            request,
            status,
            $"That cannot be read",
            $"It is no text of a form. Open the page and type a command, such as /leaderboard."
        );

    private static IResult TooMuch(HttpRequest request) =>
        PageAnswer.Refusal(
            request,
            StatusCodes.Status413PayloadTooLarge,
            $"That was too long",
            $"A command has a few words, such as /leaderboard last month by revenue. Type it again, shorter."
        );
}
