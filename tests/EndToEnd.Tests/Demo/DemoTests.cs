using EndToEnd.Tests.Hosting;

namespace EndToEnd.Tests.Demo;

public sealed class DemoTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("medalist-demo-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_first_start_plays_the_company_and_the_second_continues_without_playing()
    {
        var port = HostProcess.FreePort();
        string first;
        await using (var demo = DemoProcess.Start(port, folder, "--fresh", "--days", "8"))
        {
            await demo.ReadyAsync();
            first = await BoardOf(demo);
            Assert.Contains("Camille Laurent", first, StringComparison.Ordinal);
            Assert.Contains("First Sale", await demo.Client.GetStringAsync("/?channel=web:enterprise"), StringComparison.Ordinal);
            Assert.Contains("Deal won", await demo.Client.GetStringAsync("/?person=zanele"), StringComparison.Ordinal);
        }

        await using var again = DemoProcess.Start(port, folder);
        await again.ReadyAsync();
        Assert.DoesNotContain(again.Said, line => line.Contains("Playing", StringComparison.Ordinal));
        Assert.Equal(first, await BoardOf(again));
    }

    [Fact]
    public async Task A_first_start_that_was_killed_is_resumed_and_ends_with_the_same_board()
    {
        var port = HostProcess.FreePort();
        await using (var killed = DemoProcess.Start(port, folder, "--days", "8"))
        {
            for (var look = 0; killed.Said.Count < 4; look++)
            {
                Assert.InRange(look, 0, 2400);
                await Task.Delay(50);
            }
            await killed.KillAsync();
        }

        await using var resumed = DemoProcess.Start(port, folder);
        await resumed.ReadyAsync();
        Assert.Contains(resumed.Said, line => line.StartsWith("Playing", StringComparison.Ordinal));

        await using var whole = DemoProcess.Start(HostProcess.FreePort(), Path.Combine(folder, "whole"), "--days", "8");
        await whole.ReadyAsync();
        Assert.Equal(await BoardOf(whole), await BoardOf(resumed));
    }

    private static Task<string> BoardOf(DemoProcess demo) => demo.Client.GetStringAsync("/api/v1/leaderboard?period=all");
}
