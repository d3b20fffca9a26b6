using Bot.Cards;
using Snapshooter;
using Snapshooter.Xunit;

namespace Bot.Tests.Cards.Rendering;

public sealed class RenderingTests
{
    [Theory]
    [MemberData(nameof(Renderers.Names), MemberType = typeof(Renderers))]
    public void Every_part_looks_as_approved(string renderer) =>
        Snapshot.Match(Renderers.All[renderer](Samples.EveryPart), SnapshotNameExtension.Create(renderer));

    [Theory]
    [MemberData(nameof(Renderers.Names), MemberType = typeof(Renderers))]
    public void Every_renderer_draws_every_case_of_the_model(string renderer)
    {
        var cases = typeof(CardPart).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(CardPart)));

        foreach (var missing in cases.Except(Samples.EveryPart.Parts.Select(part => part.GetType())))
            Assert.Fail($"Add a {missing.Name} to Samples.EveryPart: the walk must meet every case.");

        foreach (var part in Samples.EveryPart.Parts)
            Assert.NotEmpty(Renderers.All[renderer](new("One part", [part])));
    }

    /// <summary>A part at a time: together they are more than a card of Teams may hold, and what was cut would not be seen.</summary>
    [Theory]
    [MemberData(nameof(Renderers.Names), MemberType = typeof(Renderers))]
    public void Names_that_try_to_be_mark_up_look_as_approved(string renderer) =>
        Snapshot.Match(
            string.Join('\n', Samples.Hostile.Parts.Select(part => Renderers.All[renderer](new(Samples.Hostile.Title, [part])))),
            SnapshotNameExtension.Create(renderer)
        );
}
