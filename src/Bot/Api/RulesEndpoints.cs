using Bot.Rules;
using Bot.Settings;
using Gamification;
using Gamification.Points;
using NodaTime;
using NodaTime.Text;
using Storage;

namespace Bot.Api;

/// <param name="Points">The numbers to change; what is absent stays as it is.</param>
internal sealed record RulesBody(PointsBody? Points);

internal sealed record PointsBody(
    int? QuoteSent,
    int? QuotesPerDay,
    int? DealWon,
    int? ActiveDay,
    int? Reply,
    int? ReplyMinutes,
    int? FastReply,
    int? FastReplyMinutes,
    int? RepliesPerConversation,
    int? RepliesPerDay
)
{
    public static PointsBody Of(PointRules rules) =>
        new(
            rules.Quote,
            rules.QuotesADay,
            rules.Deal,
            rules.ActiveDay,
            rules.Reply,
            PointSettings.MinutesOf(rules.ReplyWithin),
            rules.FastReply,
            PointSettings.MinutesOf(rules.FastReplyWithin),
            rules.RepliesAConversationADay,
            rules.RepliesADay
        );

    public PointChange Change =>
        new(
            new (string Name, int? Value)[]
            {
                ("quoteSent", QuoteSent),
                ("quotesPerDay", QuotesPerDay),
                ("dealWon", DealWon),
                ("activeDay", ActiveDay),
                ("reply", Reply),
                (PointSettings.ReplyMinutes, ReplyMinutes),
                ("fastReply", FastReply),
                (PointSettings.FastReplyMinutes, FastReplyMinutes),
                ("repliesPerConversation", RepliesPerConversation),
                ("repliesPerDay", RepliesPerDay),
            }
                .Where(member => member.Value is not null)
                .ToDictionary(member => member.Name, member => member.Value!.Value, StringComparer.Ordinal)
        );
}

/// <param name="From">The first day it holds for, a date of each person's own calendar; absent since ever.</param>
/// <param name="By">Who set it: a person's id, <c>api</c>, or <c>settings</c>.</param>
/// <param name="State"><c>past</c>, <c>current</c>, <c>coming</c>, or <c>replaced</c> before it ever held.</param>
internal sealed record RulesVersion(int Version, string? From, string State, string? By, string? At, PointsBody Points);

/// <param name="Coming">What holds from a later day on; absent while nothing is to change.</param>
/// <param name="Versions">All of them, newest first.</param>
internal sealed record RulesAnswer(RulesVersion Current, RulesVersion? Coming, IReadOnlyList<RulesVersion> Versions);

internal static class RulesEndpoints
{
    public static void MapRules(this IEndpointRouteBuilder api)
    {
        api.MapGet("/rules", GetAsync)
            .Produces<RulesAnswer>()
            .WithSummary("Points and limits: what holds today, what comes, and every version before");
        api.MapPut("/rules", PutAsync)
            .Accepts<RulesBody>("application/json")
            .Produces<RulesAnswer>()
            .ProducesProblem(400)
            .WithSummary("Changes some points and limits from the next local day on");
    }

    private static async Task<RulesAnswer> GetAsync(
        PointRulesReader reader,
        Organisation organisation,
        TimeProvider clock,
        CancellationToken ct
    ) => Answer(await reader.VersionsAsync(ct), organisation.DayOf(clock.Now()));

    private static async Task<IResult> PutAsync(
        HttpRequest request,
        RulesDesk desk,
        PointRulesReader reader,
        Organisation organisation,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (body, problem) = await JsonBody.ReadAsync<RulesBody>(request, ct);
        if (body is null)
            return problem!;
        if (body.Points is not { Change: { Values.Count: > 0 } change })
            return JsonBody.Invalid(
                "/points",
                "Nothing is named that could change.",
                "Send {\"points\": {\"quoteSent\": 12}}, for example."
            );

        return await desk.ChangeAsync(change, "api", ct) is RulesChanged.Refused(var wrong)
            ? JsonBody.Invalid(
                $"/points/{wrong.Name}",
                FormattableString.Invariant(wrong.Reason),
                FormattableString.Invariant(wrong.Remedy)
            )
            : TypedResults.Ok(Answer(await reader.VersionsAsync(ct), organisation.DayOf(clock.Now())));
    }

    private static RulesAnswer Answer(IReadOnlyList<PointRecord> records, LocalDate today)
    {
        var timeline = new PointTimeline([.. records.Select(record => record.Version)]);
        var current = timeline.On(today);
        var coming = timeline.Newest == current ? null : timeline.Newest;
        string StateOf(PointVersion version) =>
            version == current ? "current"
            : version == coming ? "coming"
            : version.From is { } from && timeline.On(from) != version ? "replaced"
            : "past";

        RulesVersion[] versions =
        [
            .. records
                .Reverse()
                .Select(record => new RulesVersion(
                    record.Version.Version,
                    record.Version.From is { } from ? LocalDatePattern.Iso.Format(from) : null,
                    StateOf(record.Version),
                    record.By,
                    record.At is { } at ? InstantPattern.ExtendedIso.Format(at) : null,
                    PointsBody.Of(record.Version.Rules)
                )),
        ];
        return new(
            versions.First(version => version.State == "current"),
            versions.FirstOrDefault(version => version.State == "coming"),
            versions
        );
    }
}
