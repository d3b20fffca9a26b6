using Bot.Errands;
using Storage;

namespace Bot.Slack.Errands;

/// <summary>Keeps what a Slack request asks for, then does it; however often Slack brings the request, it is done once.</summary>
internal sealed class SlackDoing(ErrandDesk errands, SlackReplier replier, ILogger<SlackDoing> log)
{
    public const string Platform = "slack";

    /// <summary>Stored before Slack hears that it was taken.</summary>
    public Task<Kept> KeepAsync(string id, SlackErrand errand) => errands.KeepAsync(Platform, id, errand.ToBody());

    /// <summary>Keeps and begins it. False when it was taken before.</summary>
    public async Task<bool> TakeAsync(string id, SlackErrand errand, Func<CancellationToken, Task<ErrandOutcome>> work)
    {
        var kept = await KeepAsync(id, errand);
        if (kept is Kept.Before)
        {
            log.Repeated(id);
            return false;
        }

        Begin(kept, id, work);
        return true;
    }

    public void Begin(Kept kept, string id, Func<CancellationToken, Task<ErrandOutcome>> work) =>
        _ = errands.Begin(kept, ct => AsAsync(id, () => work(ct)));

    /// <summary>Does work that carries the request's id, so that what it writes is written once.</summary>
    /// <param name="isRepeated">Whether it was worked on before.</param>
    public static Task<T> AsAsync<T>(string id, Func<Task<T>> work, bool isRepeated = false) =>
        ChatRequest.ForAsync($"{Platform}:{ErrandDesk.KeyOf(id)}", work, isRepeated);

    /// <summary>A post everyone sees: once for one request, however often it is worked on.</summary>
    public Task<bool> ShareAsync(string id, SlackErrand.Reply post) => TakeAsync($"share:{id}", post, ct => replier.GiveAsync(post, ct));

    public Task<bool> ShareAsync(string id, SlackErrand.Message post) => TakeAsync($"share:{id}", post, ct => replier.GiveAsync(post, ct));
}
