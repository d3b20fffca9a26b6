using Bot.Channels;
using Bot.Errands;
using Bot.Teams.Connector;
using Bot.Teams.Turns;
using Bot.Teams.Wire;
using Storage;

namespace Bot.Teams.Errands;

/// <summary>Keeps what a Teams activity asks for, then does it; however often Teams sends the activity, it is done once.</summary>
internal sealed class TeamsDoing(
    ErrandDesk errands,
    Asking asking,
    Posts posts,
    ConnectorClient connector,
    TimeProvider clock,
    ILogger<TeamsDoing> log
)
{
    public const string Platform = "teams";

    /// <summary>Teams is answered by then; what takes longer goes on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly FormattableString Remedy =
        $"I answer privately, but I may not write to you yet. In Teams open Apps, add Medalist for yourself, then send the command again.";

    /// <summary>The same when Teams sends the activity again.</summary>
    public static string KeyOf(Activity activity) =>
        ErrandDesk.Anonymous($"{activity.Conversation.Id}:{(activity.Id is { Length: > 0 } id ? id : Guid.NewGuid().ToString("N"))}");

    /// <summary>Does work that carries the activity's key, so that what it writes is written once.</summary>
    /// <param name="isRepeated">Whether it was worked on before.</param>
    public static Task<T> AsAsync<T>(string key, Func<Task<T>> work, bool isRepeated = false) =>
        ChatRequest.ForAsync($"{Platform}:{key}", work, isRepeated);

    /// <summary>Keeps and begins what an activity asks for. Teams sends one again when it missed our answer; whichever host gets it, it is done once.</summary>
    public async Task TakeInTimeAsync(Activity activity, Func<CancellationToken, Task<ErrandOutcome>> work)
    {
        if (await TakeAsync(KeyOf(activity), new TeamsErrand.Asked(activity), work) is { } attempt)
            await Task.WhenAny(attempt, Task.Delay(Patience, clock));
    }

    /// <summary>Keeps and begins it. The task ends with the first attempt; null when it was taken before.</summary>
    public async Task<Task?> TakeAsync(string key, TeamsErrand errand, Func<CancellationToken, Task<ErrandOutcome>> work)
    {
        var kept = await errands.KeepAsync(Platform, key, errand.ToBody());
        if (kept is not Kept.Before)
            return errands.Begin(kept, ct => AsAsync(key, () => work(ct)));

        log.Repeated(key);
        return null;
    }

    /// <summary>Posts an answer; what Teams did not take is left for later, what it may have taken is not posted again.</summary>
    public async Task<ErrandOutcome> GiveAsync(TeamsErrand.Give give, CancellationToken ct)
    {
        var result = await PostAsync(give, ct);
        switch (result)
        {
            case DeliveryResult.Sent:
                return ErrandOutcome.Done;
            case DeliveryResult.Later(var after, _):
                return new ErrandOutcome.Postponed(after, give.ToBody());
            case DeliveryResult.Refused when give.Edits is not null:
                return await GiveAsync(give with { Edits = null }, ct);
            default:
                log.NotAnswered(give.To.Id, result.ToString());
                if (result is DeliveryResult.Refused && !give.To.Conversation.IsPersonal && give.To.Type == ActivityTypes.Message)
                    await ReplyAsync(give.To, OutgoingMessage.Line(asking.Say(give.To, Remedy)), ct);
                return ErrandOutcome.Done;
        }
    }

    /// <summary>In the person's own chat under what they wrote, or in place of a card of theirs; never where others read.</summary>
    private Task<DeliveryResult> PostAsync(TeamsErrand.Give give, CancellationToken ct)
    {
        var to = give.To;
        if (!to.Conversation.IsPersonal)
            return posts.ToPersonAsync(PersonAddress.Of(to), give.Message, ct);
        if (give.Edits is { Length: > 0 } edits)
            return connector.UpdateAsync(to.ServiceUrl, new(to.Conversation.Id, edits), give.Message, ct);

        return to.Type == ActivityTypes.Message
            ? ReplyAsync(to, give.Message, ct)
            : connector.SendAsync(to.ServiceUrl, to.Conversation.Id, give.Message, ct);
    }

    private Task<DeliveryResult> ReplyAsync(Activity to, OutgoingMessage message, CancellationToken ct) =>
        to.Id is { Length: > 0 } id
            ? connector.ReplyAsync(to.ServiceUrl, new(to.Conversation.Id, id), message, ct)
            : connector.SendAsync(to.ServiceUrl, to.Conversation.Id, message, ct);
}
