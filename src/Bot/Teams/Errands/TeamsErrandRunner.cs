using Bot.Errands;
using Bot.Teams.Turns;
using Bot.Teams.Wire;
using Storage.Errands;

namespace Bot.Teams.Errands;

/// <summary>Goes on with what a Teams activity asked for, from what was stored of it.</summary>
internal sealed class TeamsErrandRunner(
    MessageTurn messages,
    InvokeTurn invokes,
    DialogTurn dialogs,
    InstallTurn installs,
    TeamsDoing doing,
    ErrandDesk desk,
    ILogger<TeamsErrandRunner> log
) : IErrandRunner
{
    public string Platform => TeamsDoing.Platform;

    public Task<ErrandOutcome> RunAsync(Errand errand, CancellationToken ct) =>
        TeamsDoing.AsAsync(errand.Id, () => RunAsync(TeamsErrand.Parse(errand.Body), errand, ct), isRepeated: true);

    private Task<ErrandOutcome> RunAsync(TeamsErrand? what, Errand errand, CancellationToken ct)
    {
        var isLast = desk.IsLast(errand);
        return what switch
        {
            TeamsErrand.Give give => doing.GiveAsync(give, ct),
            TeamsErrand.Asked({ Type: ActivityTypes.Message } message) => messages.RunAsync(message, isLast, ct),
            TeamsErrand.Asked({ Type: ActivityTypes.Installation or ActivityTypes.Conversation } told) => installs.RunAsync(told, ct),
            TeamsErrand.Greet(var arrival) => installs.GreetAsync(arrival, ct),
            TeamsErrand.Asked(var invoke) when DialogTurn.IsMeantBy(invoke) => dialogs.RunAsync(invoke, isLast, ct),
            TeamsErrand.Asked(var invoke) => invokes.RunAsync(invoke, isLast, ct),
            _ => Unreadable(errand),
        };
    }

    private Task<ErrandOutcome> Unreadable(Errand errand)
    {
        log.NotReadable(errand.Id);
        return Task.FromResult(ErrandOutcome.Done);
    }
}
