using System.Text.Json.Nodes;
using Snapshooter;
using Snapshooter.Xunit;

namespace Bot.Tests.Forms;

/// <summary>The three steps of a goal for others, and what else managers fill in for goals, as every surface draws them.</summary>
public sealed class TeamGoalPictureTests(TeamGoalFormScenes scenes) : IClassFixture<TeamGoalFormScenes>
{
    public static TheoryData<string, string> All
    {
        get
        {
            var drawn = new TheoryData<string, string>();
            foreach (var name in TeamGoalFormScenes.Names)
            foreach (var renderer in FormRenderers.All.Keys)
                drawn.Add(name, renderer);

            return drawn;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_step_looks_as_approved(string name, string renderer)
    {
        var (form, errors) = scenes[name];
        Snapshot.Match(FormRenderers.All[renderer](form, errors), SnapshotNameExtension.Create(name, renderer));
    }

    [Fact]
    public void No_step_says_more_than_Slack_draws()
    {
        foreach (var name in TeamGoalFormScenes.Names)
        {
            var blocks = JsonNode.Parse(FormRenderers.All["slack"](scenes[name].Form, []))!["blocks"]!.AsArray();
            Assert.InRange(blocks.Count, 1, 100);
            Assert.All(scenes[name].Form.Fields, field => Assert.InRange(field.Hint?.Length ?? 0, 0, 150));
            Assert.DoesNotContain(blocks, block => block!["hint"]?.ToJsonString().Contains('…') == true);
        }
    }
}
