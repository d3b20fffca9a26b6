using Bot.Play;
using Gamification;
using Storage;

namespace Bot.Api;

/// <param name="Managers">Ids of people who exist.</param>
/// <param name="BoardMode"><c>topThree</c>, <c>full</c>, <c>neighbours</c> or <c>target</c>.</param>
/// <param name="ShareBadgeProgress">Whether members see how far their teammates are towards locked badges; default false.</param>
internal sealed record TeamBody(
    string? Name,
    IReadOnlyList<string>? Managers,
    IReadOnlyList<ChannelBody>? Channels,
    string? BoardMode,
    bool? ShareBadgeProgress
);

/// <param name="Platform"><c>slack</c> or <c>teams</c>.</param>
/// <param name="Mention"><c>name</c>, or <c>person</c> for a real mention of who a post is about; absent keeps what is set.</param>
internal sealed record ChannelBody(string? Platform, string? Conversation, string? Mention);

internal static class TeamEndpoints
{
    public static void MapTeamRecords(this IEndpointRouteBuilder api) =>
        api.MapPut("/teams/{id}", PutAsync)
            .Accepts<TeamBody>("application/json")
            .Produces(204)
            .ProducesProblem(400)
            .WithSummary("Creates or changes a team");

    private static async Task<IResult> PutAsync(
        string id,
        HttpRequest request,
        DirectoryDesk desk,
        DirectoryReader directory,
        CancellationToken ct
    )
    {
        var (body, problem) = await JsonBody.ReadAsync<TeamBody>(request, ct);
        if (body is null)
            return problem!;

        if (ApiText.ProblemWithId(id) is { } wrongId)
            return wrongId;
        if (ApiText.ProblemWithName(body.Name, "/name") is { } wrongName)
            return wrongName;
        if (!TryMode(body.BoardMode, out var mode))
            return JsonBody.Invalid("/boardMode", "A board mode is topThree, full, neighbours or target.");
        if (WrongChannel(body.Channels) is { } index)
            return JsonBody.Invalid($"/channels/{index}", "A channel is {platform: slack or teams, conversation}.");
        if (WrongMention(body.Channels) is { } place)
            return JsonBody.Invalid($"/channels/{place}/mention", "A mention is name or person.");

        var managers = body.Managers ?? [];
        foreach (var (position, manager) in managers.Index())
            if (await directory.RecordAsync(new(manager), ct) is null)
                return JsonBody.Invalid(
                    $"/managers/{position}",
                    "There is no such person.",
                    "Create the person first: PUT /api/v1/people/{id}."
                );

        await desk.PutTeamAsync(
            new(
                new(id),
                body.Name!,
                [.. managers.Select(manager => new PersonId(manager))],
                [.. (body.Channels ?? []).Select(channel => (channel.Platform!, channel.Conversation!))],
                mode,
                body.ShareBadgeProgress ?? false
            )
            {
                Mentions = Mentions(body.Channels),
            },
            "api",
            ct
        );
        return TypedResults.NoContent();
    }

    private static bool TryMode(string? text, out BoardMode mode)
    {
        mode = BoardMode.TopThree;
        return text is null || (Enum.TryParse(text, ignoreCase: true, out mode) && Enum.IsDefined(mode) && !char.IsAsciiDigit(text[0]));
    }

    private static int? WrongMention(IReadOnlyList<ChannelBody>? channels)
    {
        foreach (var (index, channel) in (channels ?? []).Index())
            if (channel.Mention is not (null or "name" or "person"))
                return index;
        return null;
    }

    private static Dictionary<(string, string), ChannelMention> Mentions(IReadOnlyList<ChannelBody>? channels)
    {
        var mentions = new Dictionary<(string, string), ChannelMention>();
        foreach (var channel in channels ?? [])
            if (channel.Mention is { } mention)
                mentions[(channel.Platform!, channel.Conversation!)] = mention == "person" ? ChannelMention.Person : ChannelMention.Name;
        return mentions;
    }

    private static int? WrongChannel(IReadOnlyList<ChannelBody>? channels)
    {
        foreach (var (index, channel) in (channels ?? []).Index())
            if (channel is not { Platform: "slack" or "teams", Conversation.Length: > 0 and <= 300 })
                return index;
        return null;
    }
}
