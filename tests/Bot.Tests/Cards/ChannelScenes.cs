using System.Globalization;
using Bot.Cards;
using Bot.Forms;
using Gamification;
using Gamification.Announcements;
using NodaTime;
using Storage;
using static Bot.Tests.Cards.BoardScenes;

namespace Bot.Tests.Cards;

/// <summary>What is set for a channel, posts told together, and how the deployment is.</summary>
internal static class ChannelScenes
{
    private static readonly TeamView Emea = new(new("emea"), "EMEA *west*", BoardMode.TopThree);
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 18, 11, 0);

    private static readonly ChannelView Plain = new(new("slack:C01"), Emea.Id, ChannelMention.Name, ChannelSettings.Default, null);

    private static readonly ChannelView Set = Plain with
    {
        Mention = ChannelMention.Person,
        Settings = new()
        {
            Off = PostKinds.Badges | PostKinds.Goals,
            Budget = 1,
            Quiet = new(new(20, 0), new(8, 0)),
            Boards = new(new(18, 0), new(IsoDayOfWeek.Friday, new(16, 30)), new(1, new(9, 0))),
            Language = "pt-BR",
        },
    };

    public static IEnumerable<(string Name, Card Card)> Cards()
    {
        yield return ("channel", ChannelSettingsCard.Compose(Plain, Emea, null, Format()));
        yield return ("channel-set", ChannelSettingsCard.Compose(Set, Emea, new("Saved.", Tone.Good), Format()));
        yield return ("channel-set-pt", ChannelSettingsCard.Compose(Set, null, null, new(CultureInfo.GetCultureInfo("pt-BR"), Paris)));
        yield return (
            "channel-paused",
            ChannelSettingsCard.Compose(
                Plain with
                {
                    PausedBecause = "Mara <!here> paused it.",
                    Settings = new() { Off = (PostKinds)63, Budget = ChannelSettings.NoBudget },
                },
                null,
                null,
                Format()
            )
        );
        yield return ("digest", DigestCard.Compose([.. Posts()], Format()));
        yield return ("digest-es", DigestCard.Compose([.. Posts()], new(CultureInfo.GetCultureInfo("es-ES"), Paris)));
        yield return ("status", StatusCard.Compose(Admins, null, Format()));
        yield return ("status-quiet", StatusCard.Compose(Quiet, null, Format()));
        yield return ("status-of-manager", StatusCard.Compose(Managers, new("Dismissed.", Tone.Good), Format()));
    }

    public static IEnumerable<(string Name, Form Form)> Forms()
    {
        yield return ("channel", FormOf("channel", new ChannelFields(Set, Format()).All));
        yield return ("channel-pt", FormOf("channel", new ChannelFields(Plain, new(CultureInfo.GetCultureInfo("pt-BR"), Paris)).All));
        yield return ("settings", FormOf("settings", [.. SettingsForm.Fields(BadgeScenes.Somebody(), Format())]));
    }

    private static Form FormOf(string id, IReadOnlyList<FormPart> parts) => new(id, "This channel", parts, "Save", "state");

    private static IEnumerable<Card> Posts()
    {
        yield return new("Badge unlocked", [new CardPart.Celebration("🏷", "Chloé Petit earned First Sale", "", null)]);
        yield return new("2 badges unlocked", [new CardPart.Mention("Ben Okafor", "U1", "earned 2 badges")]);
        yield return new("New goal: Push <!here>", [new CardPart.Text("330 of 300 quotes.")]);
    }

    private static StatusView Quiet { get; } =
        new()
        {
            Quarantine = new(0, 0),
            Platforms = [("Slack", null), ("Teams", null)],
            Messages = new(0, 0, 0, 0),
        };

    private static StatusView Managers { get; } =
        new()
        {
            Messages = new(3, 2, 0, 1),
            Channels = [new(Plain, "EMEA")],
            Troubled = [Trouble("b2", DeliveryState.Unknown, "team.reward", "The answer was lost.")],
        };

    private static StatusView Admins { get; } =
        new()
        {
            Quarantine = new(3, 1),
            Platforms = [("Slack", "Socket Mode"), ("Teams", "Bot Framework")],
            Connections = [new("crm", "standard", Noon), new("<!channel>", "hubspot", null)],
            Messages = new(12, 7, 10, 1),
            Channels = [new(Set with { PausedBecause = "The bot was removed from the channel." }, "EMEA"), new(Plain, null)],
            Troubled =
            [
                .. Enumerable.Range(0, 9).Select(i => Trouble($"a{i}", DeliveryState.Failed, "badge.unlocked", "channel_not_found")),
                Trouble("b1", DeliveryState.Unknown, "board.final", null),
            ],
        };

    private static TroubledMessage Trouble(string id, DeliveryState state, string kind, string? reason) =>
        new(id, new Recipient.Channel(new("slack:C01")), kind, "badge:first-sale:chloe", 1, state, Noon, 2, reason);
}
