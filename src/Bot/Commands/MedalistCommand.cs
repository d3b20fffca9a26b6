using Bot.Cards;
using Gamification;
using Storage;

namespace Bot.Commands;

/// <summary>The bot itself: who one is to it, what a channel follows, how it is. Help is the table's answer.</summary>
public sealed class MedalistCommand(
    ChatStore chat,
    ChannelConnection channel,
    ChannelMentions mentions,
    ChannelRules channelRules,
    PersonalSettings settings,
    StatusReport status,
    PeopleList people,
    InboxList inbox,
    RulesReport rules,
    BadgeList badges,
    Organisation organisation
) : ICommand
{
    public string Name => CommandLine.Root;

    public string Usage => "[help · link · channel · settings · people · person · calendar · inbox · rules · badge · status]";

    public FormattableString Help =>
        $"Help, which team a channel hears of, what and when, how you are linked, your notices, alias and language, what scores, edit people and see what waits (managers), set badges (admins), the status (managers)";

    public Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct) =>
        (request.Arguments is [var word, ..] ? word : "") switch
        {
            "channel" when request.Arguments is [_, "mention" or "mentions", ..] => mentions.RunAsync(request, ct),
            "channel" when request.Arguments is [_] => OfChannelAsync(request, ct),
            "channel" when request.Arguments is [_, "connect"] => channel.RunAsync(request, "", ct),
            "channel" when request.Arguments is [_, var about, ..] && ChannelRules.IsMeantBy(about) => channelRules.RunAsync(
                request,
                [.. request.Arguments.Skip(1)],
                ct
            ),
            "channel" => channel.RunAsync(request, string.Join(' ', request.Arguments.Skip(1)), ct),
            "settings" or "setting" or "preferences" => settings.RunAsync(request, ct),
            "status" => status.RunAsync(request, ct),
            "rules" => rules.RunAsync(request, ct),
            "badge" => badges.RunAsync(request, [.. request.Arguments.Skip(1)], ct),
            "people" => people.RunAsync(request, [.. request.Arguments.Skip(1)], ct),
            "person" => people.OpenAsync(request, "person", [.. request.Arguments.Skip(1)], ct),
            "inbox" => inbox.RunAsync(request, [.. request.Arguments.Skip(1)], ct),
            "calendar" => people.OpenAsync(request, "calendar", [.. request.Arguments.Skip(1)], ct),
            "link" => Reply(SituationCards.Linked(request.Person.Name, request.Place.Platform, new(request.Locale, organisation))),
            _ => Reply(HelpCard.Subcommands(Name, Usage, string.Join(' ', request.Arguments), new(request.Locale, organisation))),
        };

    /// <summary>What is set for a connected channel; the choice of a team for another.</summary>
    private async Task<CommandReply> OfChannelAsync(CommandRequest request, CancellationToken ct) =>
        request.Place.IsChannel && await chat.ChannelAsync(ChannelConnection.ChannelOf(request.Place), ct) is null
            ? await channel.RunAsync(request, "", ct)
            : await channelRules.RunAsync(request, [], ct);

    private static Task<CommandReply> Reply(Card card) => Task.FromResult(new CommandReply(card));
}
