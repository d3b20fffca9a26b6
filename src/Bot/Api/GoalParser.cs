using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Goals;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;

namespace Bot.Api;

/// <summary>What a client wants of a goal for others, or all that is wrong with how it is written.</summary>
internal sealed record GoalReading(AssignedWish Wish, IReadOnlyList<JsonFieldFault> Faults)
{
    /// <summary>Where the body has a member that says from when it holds.</summary>
    private const int MostItems = 1_000;

    /// <param name="stored">The goal as it is: members that the body leaves out keep what is there, and <c>null</c> takes it away.</param>
    public static GoalReading Of(JsonElement body, WrittenGoal? stored)
    {
        var faults = new List<JsonFieldFault>();
        using var whole = stored is null ? null : Over(body, stored);
        var fields = new JsonFields(whole?.RootElement ?? body, "", faults);
        var wish = WishOf(fields);
        fields.Close();
        return new(wish, faults);
    }

    private static JsonDocument Over(JsonElement body, WrittenGoal stored)
    {
        var whole = JsonSerializer.SerializeToNode(stored, WrittenGoal.Options)!.AsObject();
        whole.Remove("archived");
        whole.Remove("version");
        foreach (var member in body.EnumerateObject())
            whole[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        return JsonDocument.Parse(whole.ToJsonString());
    }

    private static AssignedWish WishOf(JsonFields body) =>
        new(
            PlanOf(body),
            body.Flag("draft"),
            body.Flag("shadow") ?? false,
            body.Whole("version"),
            body.Text("reason"),
            body.Choice<GoalHold>("holds")
        );

    private static PlanWish PlanOf(JsonFields body)
    {
        var subject = body.Object("subject");
        var period = body.Object("period");
        var accelerator = body.Object("accelerator");
        var after = body.Object("after");
        var plan = new PlanWish(
            body.Text("name"),
            subject?.Choice<SubjectKind>("kind"),
            subject?.Text("id"),
            body.Choice<Metric>("metric"),
            body.Number("target"),
            period is null ? null : new(period.Choice<PeriodKind>("kind"), period.Text("key"), period.Date("first"), period.Date("last")),
            body.Numbers("targets"),
            body.Flag("boardGoal") ?? false,
            body.List("tiers", MostItems, TierOf),
            body.Choice<Sharing>("share"),
            body.Number("everyMemberPercent"),
            body.Number("participationPercent"),
            accelerator is null ? null : AcceleratorOf(accelerator),
            after is null ? null : new(after.Text("goal"), after.Choice<TierKind>("tier")),
            body.Choice<CountFrom>("countFrom")
        );
        foreach (var part in (JsonFields?[])[subject, period, accelerator, after])
            part?.Close();
        return plan;
    }

    private static TierWish TierOf(JsonFields tier)
    {
        var wish = new TierWish(
            tier.Choice<TierKind>("kind"),
            tier.Text("label"),
            tier.Number("triggerPercent"),
            tier.Number("triggerAmount"),
            tier.List("rewards", MostItems, RewardOf)
        );
        tier.Close();
        return wish;
    }

    private static RewardWish RewardOf(JsonFields reward)
    {
        var wish = new RewardWish(
            reward.Choice<RewardKind>("kind"),
            reward.Number("amount"),
            reward.Text("badge"),
            reward.Text("name"),
            reward.Number("price"),
            reward.Flag("onceForTeam") ?? false
        );
        reward.Close();
        return wish;
    }

    private static AcceleratorWish AcceleratorOf(JsonFields accelerator)
    {
        var gate = accelerator.Object("gate");
        var wish = new AcceleratorWish(
            accelerator.Choice<AcceleratorKind>("kind"),
            accelerator.Choice<AcceleratorUnit>("unit"),
            accelerator.List("bands", MostItems, BandOf),
            accelerator.Number("per"),
            accelerator.Number("from"),
            accelerator.Number("size"),
            accelerator.Number("amount"),
            accelerator.Number("maxSteps"),
            accelerator.Number("cap"),
            accelerator.Flag("noCap") ?? false,
            gate is null ? null : new(gate.Choice<Metric>("metric"), gate.Number("atLeast"))
        );
        gate?.Close();
        return wish;
    }

    private static BandWish BandOf(JsonFields band)
    {
        var wish = new BandWish(band.Number("from"), band.Number("to"), band.Number("rate"));
        band.Close();
        return wish;
    }
}
