using Gamification.Verifying;
using Storage;

namespace Bot.Play;

/// <summary><c>verify</c> and <c>replay</c>: compare, or bring into line, everything stored, beside a host that goes on serving.</summary>
public static class VerificationCommand
{
    private const int Right = 0;
    private const int Differs = 1;
    private const int Stopped = 3;

    /// <returns>0 when nothing differs (after a replay: any more), 1 when a verification found something, 3 when it stopped on its way.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var mends = args[0] is "replay";
        await using var app = MedalistHost.Build(args[1..]);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) => (pressed.Cancel, _) = (true, stop.CancelAsync());
        try
        {
            await app.Services.StartDatabaseAsync(stop.Token);
            return await RunAsync(app.Services.GetRequiredService<Verifier>(), mends, stop.Token);
        }
        catch (Exception interrupted) when (interrupted is OperationCanceledException || StoreUnavailableException.IsMeantBy(interrupted))
        {
            await Console.Error.WriteLineAsync(
                $"'{args[0]}' stopped: {interrupted.Message} Run the same command again: it goes on where it was."
            );
            return Stopped;
        }
    }

    private static async Task<int> RunAsync(Verifier verifier, bool mends, CancellationToken ct)
    {
        var report = await WorkBar.RunAsync(
            mends ? "Deriving again" : "Verifying",
            await verifier.RowsAsync(ct),
            progress => mends ? verifier.ReplayAsync("command", progress, ct) : verifier.VerifyAsync(progress, ct)
        );
        Show(report, mends);
        return report.Differences == 0 || mends ? Right : Differs;
    }

    private static void Show(VerificationReport report, bool mends)
    {
        foreach (var difference in report.Items)
            Console.WriteLine(Line(difference));

        Console.WriteLine(
            report.Differences == 0 ? $"Nothing differs in {report.Rows} facts and ledger lines."
            : mends ? $"{report.Differences} differences in {report.Rows} facts and ledger lines are mended."
            : $"{report.Differences} differences in {report.Rows} facts and ledger lines; 'replay' mends them."
        );
    }

    private static string Line(Difference difference) =>
        $"{difference.Kind}\t{difference.Person}\t{difference.Key}\tstored: {difference.Stored}\tderived: {difference.Derived}";
}
