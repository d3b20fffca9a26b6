using System.Collections.Concurrent;
using Bot.Tests.Hosting;
using Bot.Tests.Teams;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Outages;

/// <summary>
/// Teams is ill in every way while six posts are due. What it may have taken is never posted again: it is listed, and the next one goes on.
/// </summary>
public sealed class TeamsOutageTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> taken = [];
    private readonly TaskCompletionSource fallenIll = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TeamsConversation teams = null!;

    public async Task InitializeAsync()
    {
        teams = await TeamsConversation.StartAsync();
        await teams.Host.WithPeopleAsync();
        (await teams.SendAsync(teams.InChannel("installationUpdate"))).Dispose();
    }

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Theory]
    [InlineData("429", "sent")]
    [InlineData("412", "sent")]
    [InlineData("500", "unknown")]
    [InlineData("502", "unknown")]
    [InlineData("504", "unknown")]
    [InlineData("dropped", "unknown")]
    [InlineData("taken, then dropped", "unknown")]
    [InlineData("taken, then 502", "unknown")]
    public async Task After_an_outage_no_post_is_there_twice_they_are_in_order_and_what_nobody_knows_is_listed(string illness, string first)
    {
        teams.Cloud.Answer = (call, http) => Task.FromResult(Ill(illness, call, http));
        await teams.Host.SellAsync("teams", "19:sales@thread.tacv2");
        await fallenIll.Task.WaitAsync(Eventually.Patience);
        teams.Cloud.Answer = (call, _) => Task.FromResult(Well(call));

        var posts = await teams.Host.SettledAsync("sent", "unknown");

        Assert.Equal(first, posts[0].State);
        Assert.Equal("sent", posts[^1].State);
        Assert.Equal(taken.Count, taken.Distinct().Count());
        var messages = posts.DistinctBy(post => post.Message).ToList();
        Assert.Equal(6, messages.Count);
        Assert.InRange(taken.Count, messages.Count(post => post.State == "sent"), 6);
    }

    private IResult? Ill(string illness, ConnectorRequest call, HttpContext http)
    {
        fallenIll.TrySetResult();
        if (illness.StartsWith("taken", StringComparison.Ordinal))
            Well(call);
        if (illness.EndsWith("dropped", StringComparison.Ordinal))
        {
            http.Abort();
            return Results.Empty;
        }

        if (illness == "429")
            http.Response.Headers.RetryAfter = "20";
        return Results.StatusCode(int.Parse(illness[^3..], System.Globalization.CultureInfo.InvariantCulture));
    }

    private IResult? Well(ConnectorRequest call)
    {
        // Each card tells something else, so the same body twice is a post that is there twice.
        if (call.Method == "POST")
            taken.Enqueue(call.Body.ToJsonString());
        return null;
    }
}
