using Bot.Cards;
using Gamification;
using Gamification.Time;
using NodaTime;
using Storage;

namespace Bot.Commands;

/// <summary>The lines behind the reader's own points.</summary>
public sealed class PointsCommand(LedgerReader ledger, LeftOutReader leftOuts, Organisation organisation, Rulebook rules) : ICommand
{
    /// <summary>Far more lines than a person's quarter has.</summary>
    private const int MostLines = 10_000;

    public string Name => "points";

    public string Usage => "[today·week·month·quarter] [last]";

    public string Help => "Your points, line by line";

    public async Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct)
    {
        var choice = BoardAsked.Parse(request.Arguments).Choice;
        var bounded = choice.Kind is PeriodKind.All ? choice with { Kind = PeriodKind.Quarter, Named = null } : choice;
        var period = bounded.PeriodOn(organisation.DayOf(request.Now));
        var (from, to) = (period.StartIn(organisation.Zone), period.EndIn(organisation.Zone));
        var lines = await ledger.ReadAsync(request.Person.Id, from, to, MostLines, ct);
        var shown = await ledger.WithClaimsAsync([.. lines.Take(PointsCard.Shown)], ct);
        var leftOut = await leftOuts.ReadAsync(request.Person.Id, from, to, ct);
        return new(
            PointsCard.Compose(
                [.. shown, .. lines.Skip(shown.Count)],
                bounded,
                period,
                new(request.Locale, organisation),
                rules.Points,
                leftOut
            )
        );
    }
}
