using Bot.Cards;
using Bot.Commands;

namespace Bot.Web;

/// <summary>What a person typed or pressed on the page, answered as in a chat.</summary>
internal sealed class CommandBox(SceneReader scenes, SceneHtml page, PagePosts posts, CommandDesk desk, SharedBoard shared)
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
            { Person: null } or { Remark: not null } => PageAnswer.Refusal(
                request,
                StatusCodes.Status404NotFound,
                "Nobody to answer",
                "This person or channel is not here any more. Reload the page and choose from the list."
            ),
            _ => await AnswerAsync(request, scene, line.Length == 0 ? "help" : line, ct),
        };
    }

    private async Task<IResult> AnswerAsync(HttpRequest request, Scene scene, string line, CancellationToken ct)
    {
        var reply = await desk.AnswerAsync(UserOf(scene), line, PlaceOf(scene), scene.Locale, ct);
        if (reply.Shared is not null && scene.Room is { } room)
            await shared.PostAsync(room.Id, scene.Person!, line, ct);

        var answer = FeedHtml.Answer(reply.Card);
        if (PageAnswer.IsForScript(request))
            return PageAnswer.Html(answer);

        var parts = await posts.DrawAsync(scene, ct);
        return PageAnswer.Html(page.Draw(scene, parts with { Private = Markup.Join([parts.Private, FeedHtml.Question(line), answer]) }));
    }

    /// <summary>The page knows its people by their own id.</summary>
    private static ChatUser UserOf(Scene scene) => new(WebChannel.Name, scene.Person!.Id.Value, _ => Task.FromResult<string?>(null));

    private static Place PlaceOf(Scene scene) =>
        new(WebChannel.Name, scene.Room?.Id.Value[(WebChannel.Name.Length + 1)..] ?? "", scene.Room is not null);

    private static IResult Unreadable(HttpRequest request, int status) =>
        PageAnswer.Refusal(
            request,
            status,
            "That cannot be read",
            "It is no text of a form. Open the page and type a command, such as /leaderboard."
        );

    private static IResult TooMuch(HttpRequest request) =>
        PageAnswer.Refusal(
            request,
            StatusCodes.Status413PayloadTooLarge,
            "That was too long",
            "A command has a few words, such as /leaderboard last month by revenue. Type it again, shorter."
        );
}
