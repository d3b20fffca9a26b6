using Bot.Cards;
using Bot.Commands;
using Bot.Play;
using Bot.Texts;
using Gamification.Announcements;
using Storage;

namespace Bot.Api;

/// <param name="Off">Kinds that are switched off: <c>badges</c>, <c>tiers</c>, <c>goals</c>, <c>unlocks</c>, <c>rewards</c>, <c>boards</c>.</param>
/// <param name="Budget">Posts of any hour, 1 to 60; 0 for as many as there are; absent for what is usual.</param>
/// <param name="Quiet"><c>20:00-08:00</c> in the organisation's zone; absent for never.</param>
/// <param name="Boards"><c>daily 18:00</c>, <c>weekly friday 16:00</c>, <c>monthly 1 09:00</c>; absent for the usual times, empty for none.</param>
/// <param name="Language"><c>en</c>, <c>pt-BR</c>, <c>es</c>; absent for the organisation's.</param>
/// <param name="Paused">Why nothing is posted there; absent lets it go on.</param>
internal sealed record ChannelSettingsBody(
    IReadOnlyList<string>? Off,
    int? Budget,
    string? Quiet,
    IReadOnlyList<string>? Boards,
    string? Language,
    string? Paused
);

internal sealed record ChannelAnswer(
    string Id,
    string? Team,
    string Mention,
    IReadOnlyList<string> Off,
    int? Budget,
    string? Quiet,
    IReadOnlyList<string> Boards,
    string? Language,
    string? Paused
);

internal static class ChannelEndpoints
{
    private const int LongestReason = 300;

    public static void MapChannels(this IEndpointRouteBuilder api)
    {
        api.MapGet("/channels", ListAsync)
            .Produces<IReadOnlyList<ChannelAnswer>>()
            .WithSummary("Connected channels with what is set for each");
        api.MapPut("/channels/{id}", PutAsync)
            .Accepts<ChannelSettingsBody>("application/json")
            .Produces<ChannelAnswer>()
            .ProducesProblem(400)
            .ProducesProblem(404)
            .WithSummary("Sets what a connected channel hears of, how often, when and in which language; slack:C01");
    }

    private static async Task<IResult> ListAsync(ChatStore chat, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<ChannelAnswer>>([.. (await chat.ChannelViewsAsync(ct)).Select(AnswerOf)]);

    private static async Task<IResult> PutAsync(string id, HttpRequest request, ChannelDesk desk, CancellationToken ct)
    {
        var (body, problem) = await JsonBody.ReadAsync<ChannelSettingsBody>(request, ct);
        if (body is null)
            return problem!;

        var (settings, wrong) = Read(body);
        if (settings is null)
            return wrong!;

        const string By = "api";
        return
            await desk.ChangeAsync(new(id), _ => settings, By, ct) is not null
            && await desk.PauseAsync(new(id), Paused(body.Paused), By, ct) is { } after
            ? TypedResults.Ok(AnswerOf(after))
            : Problems.Of(
                404,
                "Unknown channel",
                $"'{CleanText.Of(id, 100)}' is not connected.",
                "Connect it first: type /medalist channel there, or PUT /api/v1/teams/{id}."
            );
    }

    private static (ChannelSettings? Settings, IResult? Problem) Read(ChannelSettingsBody body)
    {
        var off = PostKinds.None;
        foreach (var (index, kind) in (body.Off ?? []).Index())
            if (ChannelEdit.KindOf(kind ?? "") is var one and not PostKinds.None)
                off |= one;
            else
                return (null, JsonBody.Invalid($"/off/{index}", "A kind is badges, tiers, goals, unlocks, rewards or boards."));

        if (body.Budget is < 0 or > ChannelSettings.MostBudget)
            return (null, JsonBody.Invalid("/budget", "A budget is 1 to 60 posts an hour, or 0 for as many as there are."));
        if (body.Quiet is { } text && ChannelEdit.QuietOf(text) is null)
            return (null, JsonBody.Invalid("/quiet", "Quiet hours are two different times: 20:00-08:00."));
        if (body.Language is { } name && Language.Named(name) is null)
            return (null, JsonBody.Invalid("/language", "A language is en, pt-BR or es."));
        if (body.Paused is { Length: > LongestReason })
            return (null, JsonBody.Invalid("/paused", "A reason has at most 300 characters."));

        var boards = body.Boards is null ? BoardTimes.Default : BoardTimes.Never;
        foreach (var (index, line) in (body.Boards ?? []).Index())
            if (ChannelEdit.BoardOf((line ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { } change)
                boards = change(boards);
            else
                return (
                    null,
                    JsonBody.Invalid(
                        $"/boards/{index}",
                        "A board is 'daily 18:00', 'weekly friday 16:00' or 'monthly 1 09:00' (day 1 to 28)."
                    )
                );

        return (
            new()
            {
                Off = off,
                Budget = body.Budget,
                Quiet = body.Quiet is { } hours ? ChannelEdit.QuietOf(hours) : null,
                Boards = boards,
                Language = body.Language is { } language ? Language.Named(language)!.Name : null,
            },
            null
        );
    }

    private static string? Paused(string? reason) => reason is { Length: > 0 } ? CleanText.Of(reason, LongestReason) : null;

    private static ChannelAnswer AnswerOf(ChannelView channel) =>
        new(
            channel.Id.Value,
            channel.Team?.Value,
            channel.Mention.ToString().ToLowerInvariant(),
            [.. PostKind.All.Where(kind => !channel.Settings.Hears(kind)).Select(ChannelWords.Name)],
            channel.Settings.Budget,
            channel.Settings.Quiet is { } quiet ? ChannelWords.Text(quiet) : null,
            ChannelWords.Texts(channel.Settings.Boards),
            channel.Settings.Language,
            channel.PausedBecause
        );
}
