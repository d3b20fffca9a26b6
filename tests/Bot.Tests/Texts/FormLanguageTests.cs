using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Forms;
using Bot.Tests.Forms;
using Bot.Texts;

namespace Bot.Tests.Texts;

/// <summary>Every form, asked for, wrongly filled in and refused, to a reader whose every sentence stands in brackets, on every surface.</summary>
public sealed partial class FormLanguageTests : IAsyncLifetime
{
    /// <summary>Kinds of messages as the API names them.</summary>
    private static readonly string[] Kinds = ["goal.published"];

    /// <summary>What a channel reads is shown as it is posted there: in the channel's language, whoever looks at it first.</summary>
    private const string Post = "A new goal: Push";

    /// <summary>Of the company, and what the channel and the CRM sent.</summary>
    internal static readonly string[] Names =
    [
        .. Kinds,
        "tier:own:person:ana:2026-11:base",
        "goal:push:published",
        "slack:C01",
        "vera@example.com",
        "mara@example.com",
        "ana@example.com",
        "olga@example.com",
        "Ana Alvarez",
        "Mara Manager",
        "Vera Admin",
        "Ben Okafor",
        "Cho Min",
        "Americas",
        "Olga",
        "EMEA",
        "Push",
        "Mug",
    ];

    /// <summary>What the walk types, each into every field of a form.</summary>
    private static readonly string[] Typed = ["", "0", "-1", "1.5", "99999999999", "nobody", "2026-13-45", "9:99"];

    /// <summary>The locale of nobody: whoever reads in it is spoken to in brackets.</summary>
    internal static readonly CultureInfo Nobodys = CultureInfo.GetCultureInfo(Language.Bracketed.Name);

    private readonly FormRightsTests walk = new() { Locale = Nobodys };

    public Task InitializeAsync() => walk.InitializeAsync();

    public Task DisposeAsync() => walk.DisposeAsync();

    [Fact]
    public async Task Every_word_of_a_form_and_of_what_is_wrong_with_it_is_said_in_the_language_of_its_reader()
    {
        var bare = new List<string>();
        foreach (var form in FormRightsTests.Walked)
        foreach (var reply in await RepliesAsync(form))
            bare.AddRange(Bare(reply).Where(text => !text.StartsWith(Post, StringComparison.Ordinal)).Select(text => $"{form}: {text}"));

        Assert.Empty(bare.Distinct());
    }

    [Fact]
    public async Task Every_word_of_a_refusal_is_said_in_the_language_of_who_may_not()
    {
        var bare = new List<string>();
        foreach (var form in FormRightsTests.Walked)
        foreach (var person in new[] { FormRightsTests.WhoMayNot(form), "olga" })
        {
            bare.AddRange(Bare(await walk.OpenAsync(person, form, walk.AboutOf(form))));
            bare.AddRange(Bare(await walk.OpenAsync(person, form, "nothing")));
            bare.AddRange(Bare(await walk.SubmitAsync(person, form, walk.AboutOf(form))));
        }

        Assert.Empty(bare.Distinct());
    }

    /// <summary>As it is opened, filled with what is wrong, and what comes of that: the same with errors, the next step, or a card.</summary>
    private async Task<IReadOnlyList<FormReply>> RepliesAsync(string form)
    {
        var who = FormRightsTests.WhoMay(form);
        var opened = await walk.OpenAsync(who, form, walk.AboutOf(form));
        var replies = new List<FormReply> { opened };
        if (opened is not FormReply.Show({ } shown, _))
            return replies;

        foreach (var typed in Typed)
            replies.Add(await walk.SubmitAsync(who, form, shown.State, ValuesOf(shown, typed)));
        return replies;
    }

    /// <summary>Fields to write in hold the text, all others what they hold already.</summary>
    private static FormValues ValuesOf(Form form, string typed) =>
        new(
            form.Fields.ToDictionary(
                field => field.Id,
                field =>
                    field.Kind is FieldKind.Choice or FieldKind.Choices or FieldKind.Toggle ? field.Value : (IReadOnlyList<string>)[typed],
                StringComparer.Ordinal
            )
        );

    private static IEnumerable<string> Bare(FormReply reply) =>
        reply switch
        {
            FormReply.Show(var form, var errors) => BareWords
                .In(form, Names)
                .Concat(BareWords.In(errors, Names))
                .Concat(FormRenderers.All.SelectMany(surface => BareWords.In(Drawn(surface.Key, surface.Value(form, errors)), Names))),
            FormReply.Done(var card) => BareWords.In(card, Names),
            FormReply.Refused(var card) => BareWords.In(card, Names),
            _ => throw new System.Diagnostics.UnreachableException(reply.GetType().Name),
        };

    /// <summary>What a person reads of what a surface was given.</summary>
    private static IReadOnlyList<string> Drawn(string surface, string drawn) =>
        surface == "html"
            ? [.. Tag.Split(TypedText.Replace(drawn, "")).Select(text => WebUtility.HtmlDecode(text))]
            : [.. Read(JsonNode.Parse(drawn))];

    private static IEnumerable<string> Read(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member =>
                member is { Key: "text" or "title" or "label" or "placeholder" or "errorMessage" or "fallbackText", Value: JsonValue said }
                    ? [said.GetValue<string>()]
                    : Read(member.Value)
            ),
            JsonArray items => items.SelectMany(Read),
            _ => [],
        };

    [GeneratedRegex("<textarea.*?</textarea>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypedText { get; }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag { get; }
}
