using Bot.Cards;
using Bot.Forms;
using Gamification;
using Storage;

namespace Bot.Commands;

/// <summary><c>/medalist rules</c>: what activities are worth, for everybody; an admin may change it.</summary>
public sealed class RulesReport(PointRulesReader rules, Organisation organisation)
{
    public async Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct)
    {
        var timeline = await rules.TimelineAsync(ct);
        var current = timeline.On(organisation.DayOf(request.Now));
        return new(
            RulesCard.Compose(
                current,
                timeline.Newest == current ? null : timeline.Newest,
                PeopleRights.IsAdmin(request.Person),
                said: null,
                new(request.Locale, organisation)
            )
        );
    }
}
