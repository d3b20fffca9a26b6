using Bot.Cards;
using Bot.Goals;
using Bot.Prizes;
using Gamification;
using Storage;

namespace Bot.Forms.Prizes;

/// <summary><c>prize-redeem g1/person:ana/…</c>: a person pays for a prize with coins, once.</summary>
internal sealed class RedeemForm(PrizeAccess access, PrizeDesk desk, WalletReader wallets, RewardsPage page, Organisation organisation)
    : IForm
{
    public string Id => "prize-redeem";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        var (prize, instead) = await access.OwnAsync(request, ct);
        if (prize is null)
            return new FormOpening.Instead(instead!);

        var format = new ReaderFormat(request.Locale, organisation);
        var coins = await wallets.CoinsAsync(request.Person.Id, ct);
        return new FormOpening.Shown(
            new(
                Id,
                format.Say($"Redeem a prize"),
                [
                    new FormPart.Facts([
                        new(format.Say($"Prize"), TeamGoalWords.Prize(prize.Name)),
                        new(format.Say($"Price"), prize.Price is { } price ? TeamGoalWords.Coins(price, format) : format.Say($"none")),
                        new(format.Say($"You have"), TeamGoalWords.Coins(coins, format)),
                    ]),
                    new FormPart.Text(
                        format.Say($"Your manager hands it out afterwards. If it is cancelled, the coins come back."),
                        Tone.Subtle
                    ),
                ],
                format.Say($"Redeem"),
                request.State
            )
            {
                Confirm = format.Say($"Pay with my coins"),
            }
        );
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var (prize, instead) = await access.OwnAsync(request, ct);
        if (prize is null)
            return new FormOutcome.Done(instead!);

        return await desk.RedeemAsync(new(request.Person), prize.Id, ct) is var answer && answer is PrizeAnswer.Done(var redeemed)
            ? new FormOutcome.Done(
                RewardsCard.Compose(
                    await page.ReadAsync(request.Person, ct) with
                    {
                        Done = request.Say($"{TeamGoalWords.Prize(redeemed.Name)} is yours. Your manager hands it out."),
                    },
                    new(1, []),
                    new(request.Locale, organisation)
                )
            )
            : access.Outcome(answer, PrizeAccess.OnlyOwner, request);
    }
}
