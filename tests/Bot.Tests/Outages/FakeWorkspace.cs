using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Tests.Slack;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Outages;

/// <summary>What Slack does with a call: it may or may not take it, and may or may not say so.</summary>
/// <param name="accept">Takes it; answers what Slack would say.</param>
internal delegate Task Reception(HttpContext context, Func<string> accept);

/// <summary>A workspace that keeps what is posted, lets it be read and edited, and can be ill in many ways.</summary>
internal sealed class FakeWorkspace
{
    private const string Ok = """{"ok":true}""";
    private readonly List<Posted> messages = [];
    private int posts;

    public FakeWorkspace(FakeSlack slack)
    {
        slack.On("conversations.open", context => Reception(context, () => """{"ok":true,"channel":{"id":"D1"}}"""));
        slack.On("chat.postMessage", context => Reception(context, () => Post(BodyOf(context))));
        slack.On("chat.update", context => Reception(context, () => Update(BodyOf(context))));
        slack.On("chat.delete", context => Reception(context, () => Delete(BodyOf(context))));
        slack.On(
            "conversations.history",
            context => Reception(context, () => CanBeRead ? History() : """{"ok":false,"error":"missing_scope"}""")
        );
    }

    public Reception Reception { get; set; } = Receptions.Well;

    /// <summary>Whether the app has the scopes to read history.</summary>
    public bool CanBeRead { get; set; } = true;

    /// <summary>The ids in the metadata of what stands in the channel, in the order of posting.</summary>
    public IReadOnlyList<string> Ids
    {
        get
        {
            lock (messages)
                return [.. messages.Select(message => message.Id)];
        }
    }

    /// <summary>What they say where nothing else can be drawn, in the same order.</summary>
    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (messages)
                return [.. messages.Select(message => message.Text)];
        }
    }

    private static JsonNode BodyOf(HttpContext context) => JsonNode.Parse((string)context.Items[FakeSlack.Body]!)!;

    private string Post(JsonNode body)
    {
        lock (messages)
        {
            var ts = string.Create(CultureInfo.InvariantCulture, $"{1_800_000_000 + ++posts}.000000");
            messages.Add(new(ts, (string)body["metadata"]!["event_payload"]!["id"]!, (string)body["text"]!));
            return $$"""{"ok":true,"channel":"{{body["channel"]}}","ts":"{{ts}}"}""";
        }
    }

    private static string Update(JsonNode body) => $$"""{"ok":true,"channel":"{{body["channel"]}}","ts":"{{body["ts"]}}"}""";

    private string Delete(JsonNode body)
    {
        lock (messages)
            return messages.RemoveAll(message => message.Ts == (string)body["ts"]!) == 1
                ? Ok
                : """{"ok":false,"error":"message_not_found"}""";
    }

    private string History()
    {
        lock (messages)
            return new JsonObject
            {
                ["ok"] = true,
                ["has_more"] = false,
                ["messages"] = new JsonArray([.. messages.AsEnumerable().Reverse().Select(message => message.ToJson())]),
            }.ToJsonString();
    }

    private sealed record Posted(string Ts, string Id, string Text)
    {
        public JsonObject ToJson() =>
            new()
            {
                ["ts"] = Ts,
                ["metadata"] = new JsonObject
                {
                    ["event_type"] = "medalist_announcement",
                    ["event_payload"] = new JsonObject { ["id"] = Id },
                },
            };
    }
}

/// <summary>The ways in which a platform is well or ill.</summary>
internal static class Receptions
{
    public static Task Well(HttpContext context, Func<string> accept) => FakeSlack.Json(accept())(context);

    public static Task Limited(HttpContext context, Func<string> accept) => FakeSlack.Status(429, "20")(context);

    public static Task Broken(HttpContext context, Func<string> accept) => FakeSlack.Status(500)(context);

    public static Task Dropped(HttpContext context, Func<string> accept) => FakeSlack.Drop(context);

    public static Task Silent(HttpContext context, Func<string> accept) => FakeSlack.Silence(context);

    public static Task TakenAndSilent(HttpContext context, Func<string> accept)
    {
        accept();
        return FakeSlack.Silence(context);
    }

    public static Task TakenAndDropped(HttpContext context, Func<string> accept)
    {
        accept();
        return FakeSlack.Drop(context);
    }

    public static Task TakenAndBroken(HttpContext context, Func<string> accept)
    {
        accept();
        return FakeSlack.Status(500)(context);
    }

    public static Reception Of(string name) =>
        name switch
        {
            "well" => Well,
            "429" => Limited,
            "500" => Broken,
            "dropped" => Dropped,
            "silent" => Silent,
            "taken, then dropped" => TakenAndDropped,
            "taken, then 500" => TakenAndBroken,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };

    /// <summary>Every second call goes wrong in one of the ways, as the seed has it.</summary>
    public static Reception Shaky(int seed)
    {
        string[] ways = ["well", "well", "well", "well", "429", "500", "taken, then dropped", "taken, then 500"];
        var random = new Random(seed);
        return (context, accept) =>
        {
            lock (random)
                return Of(ways[random.Next(ways.Length)])(context, accept);
        };
    }
}
