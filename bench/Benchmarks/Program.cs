using Benchmarks;

return args switch
{
    ["intake", .. var options] => await IntakeBenchmark.RunAsync(Options.Parse(options)),
    ["leaderboard", .. var options] => await LeaderboardBenchmark.RunAsync(Options.Parse(options)),
    ["history", .. var options] => await HistoryBenchmark.RunAsync(Options.Parse(options)),
    ["goals", .. var options] => await GoalsBenchmark.RunAsync(Options.Parse(options)),
    ["rank"] => await RankBenchmark.RunAsync(),
    ["verify", .. var options] => await VerifyBenchmark.VerifyAsync(Options.Parse(options)),
    ["rebuild", .. var options] => await VerifyBenchmark.RebuildAsync(Options.Parse(options)),
    ["start", .. var options] => await StartBenchmark.RunAsync(Options.Parse(options)),
    ["bare-scan", var database] => VerifyBenchmark.BareScan(new(database)),
    ["bare-ledger", var database] => VerifyBenchmark.Bare(() => BareLedger.Rewrite(database)),
    ["bare", var url, var database] => await BareLimit.RunAsync(url, database),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine(
        """
        dotnet run -c Release --project bench/Benchmarks -- <verb>
          intake [--rounds 5] [--seconds 10] [--reps 10000] [--late 5]   webhooks/s beside the bare limit, and with late ones
          leaderboard [--seconds 105] [--reps 10000]   a signed /leaderboard while 500 webhooks/s arrive
          history [--many 1000000]     cost of an activity with 10,000 and with many stored ones
          verify [--many 1000000] [--reps 500] [--company FILE] [--beside FILE]    verification of everything, beside a bare scan or another company
          rebuild [--many 1000000] [--reps 500] [--company FILE] [--beside FILE]   everything from the facts alone, beside a bare scan with its ledger or another company
          goals [--rounds 5]           cost of an activity that 20 goals with tiers look at, beside one without
          rank                         a viewer's rank among 100,000 and 1,000,000 people
          start [--bot out/Bot.dll]    time to ready and idle memory, of a published host too
        """
    );
    return 2;
}
