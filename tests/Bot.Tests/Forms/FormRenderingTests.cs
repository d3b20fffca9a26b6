using Bot.Forms;
using Bot.Forms.Rendering;
using Bot.Tests.Cards;
using Bot.Web;
using Snapshooter;
using Snapshooter.Xunit;

namespace Bot.Tests.Forms;

public sealed class FormRenderingTests
{
    public static TheoryData<string> Renderers => [.. FormRenderers.All.Keys];

    [Theory]
    [MemberData(nameof(Renderers))]
    public void Every_kind_of_field_looks_as_approved(string renderer) =>
        Snapshot.Match(FormRenderers.All[renderer](FormSamples.EveryPart, []), SnapshotNameExtension.Create(renderer));

    [Theory]
    [MemberData(nameof(Renderers))]
    public void Errors_stand_at_their_fields_as_approved(string renderer) =>
        Snapshot.Match(FormRenderers.All[renderer](FormSamples.EveryPart, FormSamples.Errors), SnapshotNameExtension.Create(renderer));

    public static TheoryData<string, string> OfBadges
    {
        get
        {
            var drawn = new TheoryData<string, string>();
            foreach (var (name, _, _) in BadgeSettingScenes.Forms())
            foreach (var renderer in FormRenderers.All.Keys)
                drawn.Add(name, renderer);

            return drawn;
        }
    }

    [Theory]
    [MemberData(nameof(OfBadges))]
    public void Forms_of_badges_look_as_approved(string name, string renderer)
    {
        var (_, form, errors) = BadgeSettingScenes.Forms().Single(scene => scene.Name == name);
        Snapshot.Match(FormRenderers.All[renderer](form, errors), SnapshotNameExtension.Create(name, renderer));
    }

    public static TheoryData<string, string> OfChannels
    {
        get
        {
            var drawn = new TheoryData<string, string>();
            foreach (var (name, _) in ChannelScenes.Forms())
            foreach (var renderer in FormRenderers.All.Keys)
                drawn.Add(name, renderer);

            return drawn;
        }
    }

    [Theory]
    [MemberData(nameof(OfChannels))]
    public void Forms_of_channels_and_settings_look_as_approved(string name, string renderer) =>
        Snapshot.Match(
            FormRenderers.All[renderer](ChannelScenes.Forms().Single(scene => scene.Name == name).Form, []),
            SnapshotNameExtension.Create(name, renderer)
        );

    [Theory]
    [MemberData(nameof(Renderers))]
    public void The_form_of_a_goal_looks_as_approved_with_and_without_errors(string renderer)
    {
        Snapshot.Match(FormRenderers.All[renderer](FormSamples.Goal, []), SnapshotNameExtension.Create(renderer));
        Snapshot.Match(
            FormRenderers.All[renderer](FormSamples.Goal, FormSamples.GoalErrors),
            SnapshotNameExtension.Create(renderer, "errors")
        );
    }

    [Theory]
    [MemberData(nameof(Renderers))]
    public void Words_that_try_to_be_mark_up_look_as_approved(string renderer) =>
        Snapshot.Match(
            FormRenderers.All[renderer](FormSamples.Hostile, [new("", "<b>x</b>"), new("h1", "<i>y</i>")]),
            SnapshotNameExtension.Create(renderer)
        );

    [Theory]
    [MemberData(nameof(Renderers))]
    public void A_step_that_has_one_before_it_has_a_way_back(string renderer)
    {
        var back = renderer == "html" ? ">Back<" : "\"Back\"";
        Assert.Contains(back, FormRenderers.All[renderer](FormSamples.EveryPart with { HasBack = true }, []), StringComparison.Ordinal);
        Assert.DoesNotContain("Back", FormRenderers.All[renderer](FormSamples.EveryPart, []), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Renderers))]
    public void Every_renderer_draws_every_part_and_every_kind_of_field(string renderer)
    {
        var kinds = typeof(FieldKind).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(FieldKind)));
        var parts = typeof(FormPart).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(FormPart)));

        Assert.Empty(kinds.Except(FormSamples.EveryPart.Fields.Select(field => field.Kind.GetType())));
        Assert.Empty(parts.Except(FormSamples.EveryPart.Parts.Select(part => part.GetType())));
        foreach (var part in FormSamples.EveryPart.Drawn)
            Assert.NotEmpty(FormRenderers.All[renderer](FormSamples.EveryPart with { Parts = [part] }, []));
    }

    [Fact]
    public void The_largest_form_keeps_the_limits_of_Slack()
    {
        var modal = SlackModal.Render(FormSamples.Maximal, new string('m', 3000));

        Assert.All(new[] { "title", "submit", "close" }, name => Assert.InRange(modal[name]!["text"]!.GetValue<string>().Length, 1, 24));
        Assert.InRange(modal["blocks"]!.AsArray().Count, 1, 100);
        foreach (var input in modal["blocks"]!.AsArray())
        {
            Assert.InRange(input!["label"]!["text"]!.GetValue<string>().Length, 1, 2000);
            var options = input["element"]!["options"]?.AsArray() ?? [];
            Assert.InRange(options.Count, 0, 100);
            Assert.All(options, option => Assert.InRange(option!["text"]!["text"]!.GetValue<string>().Length, 1, 75));
            if (input["element"]!["initial_value"] is { } value)
                Assert.InRange(value.GetValue<string>().Length, 1, input["element"]!["max_length"]!.GetValue<int>());
        }
    }

    [Fact]
    public void In_HTML_every_field_has_a_label_and_names_its_hint_and_its_error()
    {
        var html = FormHtml.Render(FormSamples.EveryPart, FormSamples.Errors, "form-1", Markup.None).Html;

        Assert.Contains("""<label for="form-1-target">Target</label>""", html, StringComparison.Ordinal);
        Assert.Contains("""aria-describedby="form-1-target-error"  aria-invalid="true">""", html, StringComparison.Ordinal);
        Assert.Contains("""id="form-1-amount-hint">For example 30,000</p>""", html, StringComparison.Ordinal);
        foreach (var id in Ids(html).GroupBy(id => id))
            Assert.Single(id);
    }

    private static IEnumerable<string> Ids(string html) => html.Split(" id=\"").Skip(1).Select(part => part.Split('"')[0]);
}
