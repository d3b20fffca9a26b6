using Bot.Cards;
using Bot.Forms;
using Gamification;

namespace Bot.Commands;

/// <summary><c>/medalist inbox</c>: what waits for a word of the asker; <c>late</c>: what was rejected because it came too late.</summary>
public sealed class InboxList(Inbox inbox, Refusals refusals, Organisation organisation)
{
    public async Task<CommandReply> RunAsync(CommandRequest request, IReadOnlyList<string> words, CancellationToken ct)
    {
        if (!PeopleRights.Leads(request.Person))
            return new(await refusals.RefuseAsync(request, who => $"Only {who} can see the inbox.", WhoMay.Managers, "inbox", ct));

        var format = new ReaderFormat(request.Locale, organisation);
        var page = PageWords.Of(words);
        return new(
            page.Rest.Contains("late", StringComparer.OrdinalIgnoreCase)
                ? InboxCard.Rejected(await inbox.RejectedOfAsync(request.Person, request.Now, ct), page, format)
                : await inbox.ComposeAsync(request.Person, page, note: null, format, request.Now, ct)
        );
    }
}
