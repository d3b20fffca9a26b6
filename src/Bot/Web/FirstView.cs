using Bot.Cards;
using Bot.Commands;

namespace Bot.Web;

/// <summary>What a person sees without having asked: their dashboard, below what they were told.</summary>
internal sealed class FirstView(CommandDesk desk)
{
    public async Task<SceneParts> DrawAsync(Scene scene, SceneParts parts, CancellationToken ct)
    {
        if (scene.Person is null)
            return parts;

        var reply = await desk.AnswerAsync(PageUser.Of(scene), DashboardCard.Line, PageUser.PlaceOf(scene), scene.Locale, ct);
        return parts with { Private = Markup.Join([parts.Private, FeedHtml.Answer(reply.Card)]) };
    }
}
