using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storage.Tests.Databases;

namespace Storage.Tests;

public abstract class OutboxRaceTests(TestDatabase database) : StorageTest(database)
{
    [DatabaseFact]
    public async Task Six_workers_of_three_hosts_lease_300_messages_once_each_and_in_order()
    {
        await OutboxScript.PlanAsync(
            Open,
            [.. Enumerable.Range(1, 300).Select(number => OutboxScript.Message($"m{number}", number, $"channel:web:C{number % 20}"))]
        );
        var hosts = Enumerable.Range(0, 3).Select(_ => Database.StartHost()).ToList();
        var sent = new List<(string To, int Number)>();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(worker => Task.Run(() => DeliverAllAsync(hosts[worker % 3], $"w{worker}", sent))));

        Assert.Equal(Enumerable.Range(1, 300), sent.Select(message => message.Number).Order());
        Assert.All(
            sent.GroupBy(message => message.To),
            to => Assert.Equal(to.Select(message => message.Number).Order(), to.Select(message => message.Number))
        );
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    private static async Task DeliverAllAsync(ServiceProvider host, string worker, List<(string To, int Number)> sent)
    {
        var outbox = host.GetRequiredService<OutboxStore>();
        while (true)
        {
            lock (sent)
            {
                if (sent.Count >= 300)
                    return;
            }

            foreach (var delivery in await outbox.LeaseAsync(worker, OutboxScript.Noon, Duration.FromMinutes(1), 4, default))
            {
                Assert.True(await outbox.SendingAsync(delivery, OutboxScript.Noon, default));
                lock (sent)
                    sent.Add((delivery.To.Key, int.Parse(delivery.Id.AsSpan(1), CultureInfo.InvariantCulture)));
                Assert.True(await outbox.SentAsync(delivery, "id", OutboxScript.Noon, default));
            }
        }
    }
}

public sealed class SqliteOutboxRaceTests() : OutboxRaceTests(new SqliteDatabase());

public sealed class PostgresOutboxRaceTests() : OutboxRaceTests(new PostgresDatabase()), IOnPostgres;
