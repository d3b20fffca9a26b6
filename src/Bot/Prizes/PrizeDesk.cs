using System.Text.Json;
using Bot.Goals;
using Bot.Outbox;
using Bot.Settings;
using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using NodaTime;
using Storage;

namespace Bot.Prizes;

/// <summary>What came of it.</summary>
public abstract record PrizeAnswer
{
    private PrizeAnswer() { }

    /// <param name="Prize">As it is now; asked twice it is as after the first time.</param>
    public sealed record Done(Prize Prize) : PrizeAnswer;

    public sealed record NotFound : PrizeAnswer;

    /// <summary>The refusal was audited.</summary>
    /// <param name="Right">Who may.</param>
    public sealed record Forbidden(FormattableString Right) : PrizeAnswer;

    /// <summary>Its state does not allow it, or coins are missing.</summary>
    public sealed record Refused(FormattableString Message, FormattableString Remedy) : PrizeAnswer;
}

/// <summary>
/// Prizes under the write lock: a person redeems, a manager hands out or cancels. What is asked twice is done once: the step is a key, and
/// who comes second is told how it stands. Every act is audited.
/// </summary>
public sealed class PrizeDesk(
    PlayStore store,
    PrizeReader prizes,
    WalletReader wallets,
    AssignedRights rights,
    OutboxSignal signal,
    TimeProvider clock
)
{
    private static readonly FormattableString Owner = $"the one it was given to";

    /// <summary>Pays the price from the person's wallet, never below 0.</summary>
    /// <param name="author">The person, or the API for them.</param>
    public async Task<PrizeAnswer> RedeemAsync(GoalAuthor author, PrizeId id, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        author.Hears(write);
        var now = clock.Now();
        if (await prizes.FindAsync(id, ct) is not { } prize)
            return new PrizeAnswer.NotFound();
        if (id.Recipient.Person is not { } person || (author.Person is { } asks && asks.Id != person))
            return await RefuseAsync(write, author, id, Owner, now, ct);
        if (prize.Price is not { } price)
            return new PrizeAnswer.Refused($"{prize.Name} has no price.", $"There is nothing to pay: your manager hands it out.");
        if (prize is { State: PrizeState.Pending or PrizeState.Fulfilled })
            return new PrizeAnswer.Done(prize);
        if (prize.State is PrizeState.Cancelled)
            return new PrizeAnswer.Refused($"{prize.Name} was cancelled.", $"Ask your manager why.");
        if (await wallets.CoinsAsync(person, ct) is var coins && coins < price)
            return new PrizeAnswer.Refused(
                $"{prize.Name} costs {Text(price)} coins, and there are {Text(coins)}.",
                $"Collect {Text(price - coins)} more."
            );

        return await AddAsync(write, prize, prize.Redeemed(person, now, author.By), "prize.redeemed", ct);
    }

    public Task<PrizeAnswer> FulfilAsync(GoalAuthor author, PrizeId id, string? reason, CancellationToken ct) =>
        HandOutAsync(
            author,
            id,
            prize =>
                prize.State switch
                {
                    PrizeState.Fulfilled => new PrizeAnswer.Done(prize),
                    PrizeState.Offered => new PrizeAnswer.Refused(
                        $"{prize.Name} was not redeemed yet.",
                        $"It can be handed out once its price is paid."
                    ),
                    PrizeState.Cancelled => new PrizeAnswer.Refused(
                        $"{prize.Name} was cancelled.",
                        $"What is cancelled is not handed out."
                    ),
                    _ => null,
                },
            (prize, now) => prize.Fulfilled(now, author.By, reason),
            "prize.fulfilled",
            ct
        );

    /// <summary>What was paid comes back.</summary>
    public Task<PrizeAnswer> CancelAsync(GoalAuthor author, PrizeId id, string? reason, CancellationToken ct) =>
        HandOutAsync(
            author,
            id,
            prize =>
                prize.State switch
                {
                    PrizeState.Cancelled => new PrizeAnswer.Done(prize),
                    PrizeState.Fulfilled => new PrizeAnswer.Refused(
                        $"{prize.Name} was handed out.",
                        $"What is handed out is not cancelled any more."
                    ),
                    _ => null,
                },
            (prize, now) => prize.Cancelled(now, author.By, reason),
            "prize.cancelled",
            ct
        );

    private async Task<PrizeAnswer> HandOutAsync(
        GoalAuthor author,
        PrizeId id,
        Func<Prize, PrizeAnswer?> decide,
        Func<Prize, Instant, PrizeStep> step,
        string what,
        CancellationToken ct
    )
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        author.Hears(write);
        var now = clock.Now();
        if (await prizes.FindAsync(id, ct) is not { } prize)
            return new PrizeAnswer.NotFound();
        if (await rights.MissingAsync(author, id.Grant.Scope.Subject, now, ct) is { } right)
            return await RefuseAsync(write, author, id, right, now, ct);

        return decide(prize) ?? await AddAsync(write, prize, step(prize, now), what, ct);
    }

    private async Task<PrizeAnswer> AddAsync(PlayWrite write, Prize prize, PrizeStep step, string what, CancellationToken ct)
    {
        var after = prize with { Steps = [.. prize.Steps, step] };
        await write.AddPrizeStepAsync(step, ct);
        await write.AuditAsync(new(step.At, step.By, what, $"prize:{prize.Id}", TextOf(prize), TextOf(after), step.Reason), ct);
        await write.CommitAsync(ct);
        signal.Raise();
        return new PrizeAnswer.Done(after);
    }

    private static async Task<PrizeAnswer> RefuseAsync(
        PlayWrite write,
        GoalAuthor author,
        PrizeId id,
        FormattableString right,
        Instant now,
        CancellationToken ct
    )
    {
        await write.RefuseAsync(author.By, $"prize:{id}", right, now, ct);
        return new PrizeAnswer.Forbidden(right);
    }

    private static string TextOf(Prize prize) =>
        JsonSerializer.Serialize(
            new
            {
                prize.Name,
                prize.Price,
                state = JsonNames.Of(prize.State),
                prize.Paid,
            },
            JsonSerializerOptions.Web
        );

    private static string Text(long coins) => coins.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);
}
