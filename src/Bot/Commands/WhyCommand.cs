using Bot.Cards;
using Bot.Explaining;
using Gamification;
using Storage;

namespace Bot.Commands;

/// <summary>Why a score, a badge, a goal or a grant is as it is, in sentences. Managers may ask it of their people.</summary>
public sealed class WhyCommand(WhyTable table, PersonFinder people, Refusals refusals, Organisation organisation) : ICommand
{
    private static readonly string[] Noise = ["is", "my", "the", "a", "did", "do", "i", "have", "get", "got", "about", "of", "please"];

    public string Name => "why";

    public string Usage => "[goal · badge · grant · activity] [name] [tier]";

    public FormattableString Help => $"Why your points, goals, badges and rewards are as they are";

    public async Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct)
    {
        var line = string.Join(
            ' ',
            request.Arguments.Select(Trimmed).Where(word => word.Length > 0 && !Noise.Contains(word, StringComparer.Ordinal))
        );
        if (PersonMention.In(line) is var (mention, others))
            return await people.OfMentionAsync(mention, request, ct) is { } mentioned
                ? await OfAsync(mentioned, others, request, ct)
                : new(BadgeSituations.NotLinked(new(request.Locale, organisation)));
        if (TypedName.In(line) is not { } name)
            return new(await ExplainAsync(line, request.Person, null, request, ct));

        PersonFound found = new(null, []);
        foreach (var (who, rest) in name.Readings)
            if ((found = await people.OfWordsAsync(who, request, ct)).Found is { } called)
                return await OfAsync(called, rest, request, ct);
        return new(WhyCard.Whom(name, found.Candidates, new(request.Locale, organisation)));
    }

    private async Task<CommandReply> OfAsync(PersonView person, string rest, CommandRequest request, CancellationToken ct)
    {
        if (person.Id == request.Person.Id)
            return new(await ExplainAsync(rest, person, null, request, ct));

        return PersonFinder.IsManagerOf(request.Person, person)
            ? new(await ExplainAsync(rest, person, BoardNames.ToOthers(person, new(request.Locale, organisation)), request, ct))
            : new(
                await refusals.RefuseAsync(
                    request,
                    who => $"Only {who} can ask why about somebody else.",
                    $"their manager or an admin",
                    $"person:{person.Id}",
                    ct
                )
            );
    }

    private async Task<Card> ExplainAsync(string about, PersonView person, string? owner, CommandRequest request, CancellationToken ct)
    {
        var question = new WhyQuestion(person.Id, owner, "", new(request.Locale, organisation)) { Asker = request.Person };
        var answer = await table.ExplainAsync(about, question, ct);
        return answer.Refusal is { } refusal
            ? await refusals.RefuseAsync(request, refusal.Only, refusal.Who, refusal.About, ct)
            : WhyCard.Compose(answer);
    }

    private static string Trimmed(string word) => word.Trim('?', '!', ',', '.');
}
