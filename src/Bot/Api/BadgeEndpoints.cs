using Bot.Play;
using Bot.Rules;
using Bot.Settings;
using Gamification.Badges;
using Storage;

namespace Bot.Api;

internal static class BadgeEndpoints
{
    public static void MapBadges(this IEndpointRouteBuilder api)
    {
        api.MapGet("/badges", ListAsync)
            .Produces<IReadOnlyList<BadgeSettingAnswer>>()
            .WithSummary("All badges as they are set, also those that are switched off");
        api.MapPut("/badges/{id}", PutAsync)
            .Accepts<BadgeBody>("application/json")
            .Produces<IReadOnlyList<BadgeSettingAnswer>>()
            .ProducesProblem(400)
            .ProducesProblem(409)
            .WithSummary(
                "Changes a badge or adds one: {threshold?, enabled?}, of an own one also name, description, category, art, trigger; without threshold and trigger it is given by goals only"
            );
    }

    private static async Task<IResult> ListAsync(BadgeReader badges, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<BadgeSettingAnswer>>([.. (await badges.AllAsync(ct)).Select(AnswerOf)]);

    private static async Task<IResult> PutAsync(
        string id,
        HttpRequest request,
        BadgeDesk desk,
        BadgeEdit edit,
        BadgeReader badges,
        CancellationToken ct
    )
    {
        if (ApiText.ProblemWithId(id) is { } wrongId)
            return wrongId;
        var (body, problem) = await JsonBody.ReadAsync<BadgeBody>(request, ct);
        if (body is null)
            return problem!;
        if (id == BadgeSetting.RevenueUnit)
            return await PutUnitAsync(body, desk, badges, ct);

        return await edit.PutAsync(id, body, "api", seen: null, ct) switch
        {
            BadgeEdited.Wrong(var fault) => JsonBody.Invalid(
                fault.Pointer,
                FormattableString.Invariant(fault.Reason),
                FormattableString.Invariant(fault.Remedy)
            ),
            BadgeEdited.Full => Problems.Of(
                409,
                "Too many badges",
                $"There are {BadgeEdit.MostOwn} badges of your own.",
                "Change one that is there."
            ),
            _ => await ListAsync(badges, ct),
        };
    }

    private static async Task<IResult> PutUnitAsync(BadgeBody body, BadgeDesk desk, BadgeReader badges, CancellationToken ct)
    {
        if (
            body
            is not {
                Threshold: >= 1 and <= BadgeParser.MostUnit,
                Name: null,
                Description: null,
                Category: null,
                Art: null,
                Enabled: null,
                Trigger: null
            }
        )
            return JsonBody.Invalid(
                "/threshold",
                "The revenue unit is an amount in whole major units of the organisation's currency, and nothing else.",
                "Send {\"threshold\": 1000}, 1 to 1,000,000; it holds from the next day."
            );

        await desk.PutRevenueUnitAsync(body.Threshold.Value, "api", ct);
        return await ListAsync(badges, ct);
    }

    private static BadgeSettingAnswer AnswerOf((Badge Badge, bool IsDisabled) badge) =>
        new(
            badge.Badge.Id,
            badge.Badge.Name,
            badge.Badge.Description,
            JsonNames.Of(badge.Badge.Category),
            badge.Badge.IsCustom,
            !badge.IsDisabled,
            badge.Badge.Art,
            badge.Badge.IsReward ? null : badge.Badge.Trigger.Threshold,
            badge.Badge.Trigger.Repeats is { } kind ? JsonNames.Of(kind) : null
        );
}
