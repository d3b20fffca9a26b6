using Bot.Errands;
using Storage.Errands;

namespace Bot.Slack.Errands;

/// <summary>Goes on with what a Slack request asked for, from what was stored of it.</summary>
internal sealed class SlackErrandRunner(
    SlackCommands commands,
    SlackInteractions interactions,
    SlackSubmissions submissions,
    SlackEvents events,
    SlackForms forms,
    SlackReplier replier,
    ErrandDesk desk,
    ILogger<SlackErrandRunner> log
) : IErrandRunner
{
    public string Platform => SlackDoing.Platform;

    public Task<ErrandOutcome> RunAsync(Errand errand, CancellationToken ct) =>
        SlackDoing.AsAsync(errand.Id, () => RunAsync(SlackErrand.Parse(errand.Body), errand, ct), isRepeated: true);

    private Task<ErrandOutcome> RunAsync(SlackErrand? what, Errand errand, CancellationToken ct)
    {
        var isLast = desk.IsLast(errand);
        return what switch
        {
            SlackErrand.Command(var asked) => commands.RunAsync(asked, errand.Id, isLast, ct),
            SlackErrand.Press(var pressed) => interactions.RunAsync(pressed, errand.Id, isLast, ct),
            SlackErrand.Submission sent => submissions.RunAsync(sent, errand.Id, isLast, ct),
            SlackErrand.Back(var pressed) => submissions.BackAsync(pressed, isLast, ct),
            SlackErrand.Words or SlackErrand.Home or SlackErrand.Colleague or SlackErrand.Place => events.RunAsync(
                what,
                errand.Id,
                isLast,
                ct
            ),
            SlackErrand.Opening opening => forms.OpenAsync(opening, ct),
            SlackErrand.Message message => replier.GiveAsync(message, ct),
            SlackErrand.Reply or SlackErrand.HomeView => forms.GiveAsync(what, ct),
            _ => Unreadable(errand),
        };
    }

    private Task<ErrandOutcome> Unreadable(Errand errand)
    {
        log.Ignored(errand.Id);
        return Task.FromResult(ErrandOutcome.Done);
    }
}
