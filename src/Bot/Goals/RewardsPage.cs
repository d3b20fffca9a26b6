using Bot.Cards;
using Storage;

namespace Bot.Goals;

/// <summary>Gathers a person's wallet, prizes and grants for the card.</summary>
public sealed class RewardsPage(RewardReader rewards, WalletReader wallets)
{
    public async Task<RewardsView> ReadAsync(PersonView person, CancellationToken ct) =>
        new(await wallets.CoinsAsync(person.Id, ct), await rewards.OfAsync(person.Id, ct));
}
