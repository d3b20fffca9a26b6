using Bot.Cards;
using Gamification;
using Gamification.Time;
using NodaTime;
using Storage;

namespace Bot.Commands;

/// <summary>The lines behind the reader's own points, and what counts nowhere.</summary>
public sealed class PointsCommand(
    LedgerReader ledger,
    UnscoredReader unscored,
    LeftOutReader leftOut,
    PointRulesReader rules,
    Organisation organisation
) : ICommand
{
    /// <summary>Far more lines than a person's quarter has.</summary>
    private const int MostLines = 10_000;

    public string Name => "points";

    public string Usage => "[today · week · month · quarter] [last]";

    public FormattableString Help => $"Your points, line by line, and why something scored nothing";

    public async Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct)
    {
        var today = organisation.DayOf(request.Now);
        var asked = PageWords.Of(request.Arguments);
        var choice = BoardAsked.Parse(asked.Rest).Choice;
        var bounded = choice.Kind is PeriodKind.All ? choice with { Kind = PeriodKind.Quarter, Named = null } : choice;
        var period = bounded.PeriodOn(today);
        var (from, to) = (period.StartIn(organisation.Zone), period.EndIn(organisation.Zone));
        var view = new PointsView(
            await ledger.WithClaimsAsync(request.Person.Id, await ledger.ReadAsync(request.Person.Id, from, to, MostLines, ct), ct),
            await unscored.ReadAsync(request.Person.Id, from, to, MostLines, ct),
            period,
            bounded,
            (await rules.TimelineAsync(ct)).On(today),
            asked
        )
        {
            LeftOut = await leftOut.ReadAsync(request.Person.Id, from, to, ct),
        };
        return new(PointsCard.Compose(view, new(request.Locale, organisation)));
    }
}
