using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Tests.Hosting;

namespace Bot.Tests.Outages;

/// <summary>What Ana and Ben of EMEA sell while the chat platform is ill, and what has to come of it.</summary>
internal static class Sales
{
    private static readonly string[] People = ["ana", "ben"];

    extension(RunningHost host)
    {
        /// <summary>A quote, a first deal and a big one each: six posts to the channel of the team.</summary>
        public async Task SellAsync(string platform = "slack", string conversation = "C1")
        {
            await host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", channels = new[] { new { platform, conversation } } });
            foreach (var person in People)
            {
                var owner = $"{person}@example.com";
                await host.ReportAsync($"q-{person}", "quote.sent", new { quoteId = $"q-{person}", owner });
                await host.WonAsync(person, 1, 1_000);
                await host.WonAsync(person, 2, 30_000);
            }
        }

        /// <summary>Everything the game made of it, as text that is the same whatever became of the posts.</summary>
        public async Task<string> GameAsync()
        {
            var parts = new List<string>();
            foreach (var person in People)
            {
                parts.AddRange(
                    (await host.ReadAsync($"/api/v1/people/{person}/ledger")).Select(line =>
                        $"{person} {line.GetProperty("rule")} {line.GetProperty("amount")}"
                    )
                );
                parts.AddRange(
                    (await host.ReadAsync($"/api/v1/people/{person}/badges")).Select(badge =>
                        $"{person} {badge.GetProperty("id")} {badge.GetProperty("state")} {badge.GetProperty("value")}"
                    )
                );
            }

            parts.AddRange((await host.PostsAsync()).Select(post => post.About));
            return string.Join('\n', parts);
        }

        /// <summary>What was planned for the channel, in its order: the id of the message, what it is about and what became of it.</summary>
        public async Task<IReadOnlyList<(string Message, string About, string State)>> PostsAsync() =>
            [
                .. (await host.ReadAsync("/api/v1/announcements"))
                    .Where(row =>
                        row.GetProperty("to").TryGetProperty("channel", out var channel)
                        && !channel.GetString()!.StartsWith("web", StringComparison.Ordinal)
                    )
                    .Select(row =>
                        (
                            row.GetProperty("id").GetString()!.Split('.')[0],
                            row.GetProperty("about").GetString()!,
                            row.GetProperty("state").GetString()!
                        )
                    )
                    .Reverse(),
            ];

        /// <summary>Moves the clock on until everything for the channel has found its end.</summary>
        public async Task<IReadOnlyList<(string Message, string About, string State)>> SettledAsync(params string[] ends)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            while (true)
            {
                var posts = await host.PostsAsync();
                if (posts.All(post => ends.Contains(post.State)))
                    return posts;

                await host.ForwardAsync(TimeSpan.FromSeconds(31));
                await Task.Delay(300, patience.Token);
            }
        }

        public async Task ForwardAsync(TimeSpan time)
        {
            var now = host.Service<Bot.Settings.HostClock>().GetUtcNow() + time;
            Assert.Equal(
                HttpStatusCode.NoContent,
                await host.MoveClockAsync(now.ToString("O", System.Globalization.CultureInfo.InvariantCulture))
            );
        }

        private Task WonAsync(string person, int deal, int amount) =>
            host.ReportAsync(
                $"d-{person}-{deal}",
                "deal.closed",
                new
                {
                    dealId = $"d-{person}-{deal}",
                    owner = $"{person}@example.com",
                    outcome = "won",
                    amount,
                    currency = "EUR",
                }
            );

        private async Task<IReadOnlyList<JsonElement>> ReadAsync(string path) =>
            [.. (await host.Admin.GetFromJsonAsync<JsonElement>(path)).EnumerateArray()];
    }
}
