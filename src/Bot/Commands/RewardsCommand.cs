using Bot.Cards;
using Bot.Goals;
using Gamification;

namespace Bot.Commands;

/// <summary>The reader's own wallet, grants and prizes.</summary>
public sealed class RewardsCommand(RewardsPage page, Organisation organisation) : ICommand
{
    public string Name => RewardsCard.Line;

    public string Usage => "";

    public FormattableString Help => $"Your coins, what goals gave you, and the prizes you can have for them";

    public async Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct) =>
        new(
            RewardsCard.Compose(
                await page.ReadAsync(request.Person, ct),
                PageWords.Of(request.Arguments),
                new(request.Locale, organisation)
            )
        );
}
