using System.Globalization;
using Gamification.Activities;
using Gamification.Points;

namespace Gamification.Tests.Playing;

/// <summary>Everything that must not depend on how a history arrived, as text that can be compared and read.</summary>
internal static class Result
{
    /// <summary>Fails with the lines that only one of them has.</summary>
    public static void Same(Keeper expected, Keeper actual)
    {
        var (wanted, found) = (Of(expected).ToHashSet(), Of(actual).ToHashSet());
        string[] differences = [.. wanted.Except(found).Select(line => $"- {line}"), .. found.Except(wanted).Select(line => $"+ {line}")];
        Assert.True(differences.Length == 0, string.Join('\n', differences));
    }

    private static IEnumerable<string> Of(Keeper keeper) =>
        [
            .. States(keeper),
            .. Ledger(keeper),
            .. Bonuses(keeper),
            .. Tallies(keeper),
            .. Days(keeper),
            .. Badges(keeper),
            .. Goals(keeper),
            .. Grants(keeper),
            .. Coins(keeper),
        ];

    private static IEnumerable<string> States(Keeper keeper) =>
        keeper.Facts.Values.Select(fact => $"fact {fact.Id} {fact.State} {fact.Credited}");

    private static IEnumerable<string> Ledger(Keeper keeper) =>
        keeper
            .Entries.GroupBy(entry => entry.Key)
            .Select(lines =>
                (
                    lines.Key,
                    Last: lines.MaxBy(line => line.Revision)!,
                    Measures: Sum(lines),
                    Points: lines.Sum(line => line.Points),
                    Candidate: lines.Sum(line => line.Candidate)
                )
            )
            .Where(line => !line.Measures.IsZero)
            .Select(line =>
                Text(
                    $"entry {line.Key} {line.Last.Position} {line.Last.Team} {line.Last.Entity} {line.Last.Grouping} {line.Measures} {line.Candidate} {line.Points} {line.Last.ReplySeconds} {line.Last.Reason}"
                )
            );

    private static IEnumerable<string> Tallies(Keeper keeper) =>
        keeper.Tallies.Values.Where(tally => !tally.Measures.IsZero || tally.Points != 0).Select(tally => Text($"tally {tally}"));

    /// <summary>A day that everything was taken from is no day.</summary>
    private static IEnumerable<string> Days(Keeper keeper) =>
        keeper
            .Days.Values.Where(day => day.Last.Fact.ExternalId.Length > 0)
            .Select(day =>
                Text(
                    $"day {day.Person} {day.Date} {day.Last} {string.Join(' ', day.QuotePlaces)} {string.Join(' ', day.ReplyScores.OrderBy(score => score.Key.Value, StringComparer.Ordinal))} {day.Active}"
                )
            );

    private static IEnumerable<string> Badges(Keeper keeper) =>
        keeper
            .Badges.Values.Where(row => row.Actual != 0 || row.Crossed is not null)
            .Select(row => Text($"badge {row.Badge} {row.Person} {row.Period} {row.Actual} {row.Crossed}"));

    private static IEnumerable<string> Goals(Keeper keeper) =>
        keeper
            .GoalProgress.Values.Where(row => row.Actual != 0 || row.Crossed is not null || row.Result is not null)
            .Select(row =>
                Text($"goal {row.Scope} {row.Actual} {row.Crossed} {row.Result} {row.Tiers} {row.Unlocked} {row.Paid} {row.Members}")
            );

    /// <summary>Points of rewards, each under the activity that gave them.</summary>
    private static IEnumerable<string> Bonuses(Keeper keeper) =>
        keeper
            .Entries.Where(entry => RuleNames.IsBonus(entry.Key.Rule))
            .GroupBy(entry => entry.Key)
            .Select(lines => (lines.Key, lines.MaxBy(line => line.Revision)!.Team, Points: lines.Sum(line => line.Points)))
            .Where(line => line.Points != 0)
            .Select(line => Text($"bonus {line.Key} {line.Team} {line.Points}"));

    /// <summary>What everybody has of each grant; nothing equals none.</summary>
    private static IEnumerable<string> Grants(Keeper keeper) =>
        keeper
            .GrantLines.GroupBy(line => (line.Grant, line.Recipient, line.Reward))
            .Select(lines => (lines.Key, Amount: lines.Sum(line => line.Amount)))
            .Where(line => line.Amount != 0)
            .Select(line => Text($"granted {line.Key.Grant} {line.Key.Recipient} {line.Key.Reward} {line.Amount}"));

    private static IEnumerable<string> Coins(Keeper keeper) =>
        keeper
            .Coins.GroupBy(coins => coins.Scope)
            .Select(lines => (lines.Key, Amount: lines.Sum(coins => coins.Amount)))
            .Where(line => line.Amount != 0)
            .Select(line => Text($"coins {line.Key} {line.Amount}"));

    private static Measures Sum(IEnumerable<Entry> lines) => lines.Aggregate(default(Measures), (sum, line) => sum + line.Measures);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
