using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Bot.Forms;
using Bot.Slack.Wire;

namespace Bot.Slack.Errands;

/// <summary>What is still to be done for somebody in Slack, as it is stored.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Command), "command")]
[JsonDerivedType(typeof(Press), "press")]
[JsonDerivedType(typeof(Opening), "opening")]
[JsonDerivedType(typeof(Submission), "submission")]
[JsonDerivedType(typeof(Back), "back")]
[JsonDerivedType(typeof(Words), "words")]
[JsonDerivedType(typeof(Home), "home")]
[JsonDerivedType(typeof(Colleague), "colleague")]
[JsonDerivedType(typeof(Place), "place")]
[JsonDerivedType(typeof(Reply), "reply")]
[JsonDerivedType(typeof(Message), "message")]
[JsonDerivedType(typeof(HomeView), "home-view")]
internal abstract record SlackErrand
{
    private SlackErrand() { }

    public sealed record Command(SlashCommand Asked) : SlackErrand;

    public sealed record Press(PressedAction Pressed) : SlackErrand;

    /// <summary>A form to be opened, within three seconds of the request that brought the trigger.</summary>
    public sealed record Opening(string User, string? Trigger, FormOrigin Origin) : SlackErrand;

    /// <param name="View">The modal that was sent, which shows that it is being worked on.</param>
    public sealed record Submission(string User, string? View, FormOrigin Origin, FormValues Values) : SlackErrand;

    /// <summary>The way back in a form of several steps.</summary>
    public sealed record Back(PressedBack Pressed) : SlackErrand;

    public sealed record Words(WrittenLine Written) : SlackErrand;

    public sealed record Home(OpenedHome Opened) : SlackErrand;

    /// <summary>Somebody joined the workspace, changed or left.</summary>
    public sealed record Colleague(UserPart Changed) : SlackErrand;

    /// <summary>A channel can be posted to no longer, or again.</summary>
    public sealed record Place(ChangedChannel Changed) : SlackErrand;

    /// <summary>An answer through the address that came with the request; to the person's own conversation once that takes no more.</summary>
    /// <param name="Posts">How many may have been shown already: Slack takes five.</param>
    /// <param name="IsShared">Everyone in the channel reads it, so it is sent at most once.</param>
    public sealed record Reply(string User, Uri? Address, DateTimeOffset Until, JsonObject Content, bool IsShared = false, int Posts = 0)
        : SlackErrand;

    /// <summary>An answer where the person wrote.</summary>
    /// <param name="IsWhisper">Shown to that person only.</param>
    public sealed record Message(string User, string Conversation, string? Thread, JsonObject Content, bool IsWhisper) : SlackErrand;

    /// <summary>What the person's home tab shows next.</summary>
    public sealed record HomeView(string User, JsonObject View) : SlackErrand;

    public string ToBody() => JsonSerializer.Serialize(this, SlackErrands.Default.SlackErrand);

    /// <summary>Null for what another version of this program stored.</summary>
    public static SlackErrand? Parse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, SlackErrands.Default.SlackErrand);
        }
        catch (Exception other) when (other is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SlackErrand))]
internal sealed partial class SlackErrands : JsonSerializerContext;
