using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Forms;
using Bot.Forms.Rendering;
using Bot.Tests.Forms;
using Bot.Web;

namespace Bot.Tests.Cards.Rendering;

/// <summary>What somebody who sees no picture or no colour gets, of every card and form on every surface.</summary>
public sealed partial class AccessibleCardsTests
{
    private static readonly Uri Pictures = new("https://medalist.example.com");

    public static TheoryData<string> Names => [.. ComposedCards.All.Keys, "every-part", "hostile"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_picture_has_words_in_its_place(string name)
    {
        var card = Of(name);

        Assert.All(BlockKit.Render(card, Pictures).Objects().Where(Is("image")), image => Assert.NotEmpty(image.Word("alt_text")));
        Assert.All(AdaptiveCards.Render(card, Pictures).Objects().Where(Is("Image")), image => Assert.NotEmpty(image.Word("altText")));
        Assert.All(Image().Matches(Html.Render(card)), image => Assert.Matches(" alt=\"[^\"]+\"", image.Value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_that_can_be_pressed_or_chosen_says_what_it_does(string name)
    {
        var card = Of(name);

        Assert.All(
            BlockKit.Render(card).Objects().Where(element => element.ContainsKey("action_id")),
            element => Assert.NotEmpty((element["text"] ?? element["placeholder"])!.AsObject().Word("text"))
        );
        Assert.All(AdaptiveCards.Render(card).Objects().Where(IsAction), action => Assert.NotEmpty(action.Word("title")));
        Assert.All(
            AdaptiveCards.Render(card).Objects().Where(element => element.Word("type").StartsWith("Input.", StringComparison.Ordinal)),
            input => Assert.NotEmpty(input.Word("label"))
        );
        Assert.All(Button().Matches(Html.Render(card)), button => Assert.NotEmpty(Tag().Replace(button.Groups["words"].Value, "").Trim()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_colour_says_what_no_word_or_mark_says(string name)
    {
        var card = Of(name);

        Assert.All(
            AdaptiveCards.Render(card).Objects().Where(run => run.Word("color") is not ("" or "default")),
            run =>
                Assert.True(
                    BeginsWithMark(run.Word("text")) || run.Around().Any(around => around.ContainsKey("selectAction")),
                    run.ToJsonString()
                )
        );
        Assert.All(
            AdaptiveCards.Render(card).Objects().Where(box => box.Word("style") is "accent" or "good" or "warning" or "attention"),
            box => Assert.Contains(box.Objects(), run => run.Word("text").Contains("you", StringComparison.Ordinal))
        );
        Assert.All(Toned().Matches(Html.Render(card)), text => Assert.True(BeginsWithMark(text.Groups["words"].Value), text.Value));
        Assert.All(
            Viewer().Matches(Html.Render(card)),
            row => Assert.Contains("<span class=\"you\">you</span>", row.Value, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_input_of_a_form_has_a_label_and_every_error_a_mark()
    {
        foreach (
            var form in (Form[])
                [
                    FormSamples.EveryPart,
                    FormSamples.Goal,
                    FormSamples.Hostile,
                    .. BadgeSettingScenes.Forms().Select(scene => scene.Form),
                    .. ChannelScenes.Forms().Select(scene => scene.Form),
                ]
        )
        {
            Assert.All(
                SlackModal.Render(form, "{}").Objects().Where(Is("input")),
                input => Assert.NotEmpty(input["label"]!.AsObject().Word("text"))
            );
            Assert.All(
                AdaptiveForm
                    .Render(form, FormSamples.Errors)
                    .Objects()
                    .Where(element => element.Word("type").StartsWith("Input.", StringComparison.Ordinal)),
                input => Assert.NotEmpty(input.Word(input.Word("type") == "Input.Toggle" ? "title" : "label"))
            );
            Assert.All(
                Toned().Matches(FormHtml.Render(form, FormSamples.Errors, "form-1", Markup.None).Html),
                text => Assert.True(BeginsWithMark(text.Groups["words"].Value), text.Value)
            );
        }
    }

    private static Card Of(string name) =>
        name switch
        {
            "every-part" => Samples.EveryPart,
            "hostile" => Samples.Hostile,
            _ => ComposedCards.All[name],
        };

    private static Func<JsonObject, bool> Is(string type) => element => element.Word("type") == type;

    private static bool IsAction(JsonObject element) => element.Word("type").StartsWith("Action.", StringComparison.Ordinal);

    /// <summary>A sign that is no letter and no figure: ✓, ⚠.</summary>
    private static bool BeginsWithMark(string text) => text.TrimStart() is [var first, ..] && !char.IsLetterOrDigit(first);

    [GeneratedRegex("<img[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Image();

    [GeneratedRegex(
        "<button[^>]*>(?<words>.*?)</button>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Button();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("tone-(good|warning)\"[^>]*>(<p>)?(?<words>[^<]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Toned();

    [GeneratedRegex("<tr class=\"is-viewer\".*?</tr>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Viewer();
}
