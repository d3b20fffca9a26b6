using Bot.Crm;
using Bot.Play;
using Bot.Settings;
using Gamification;
using Gamification.Activities;
using NodaTime;
using Storage;

namespace Bot.Import;

/// <summary><c>import</c>: past activities from a file of canonical events, as NDJSON or as CSV.</summary>
public static class ImportCommand
{
    private const int Done = 0;
    private const int HasWrongLines = 1;
    private const int Refused = 2;
    private const int Stopped = 3;

    /// <returns>0 when every line was taken, 1 when lines are wrong, 2 when it was asked wrongly, 3 when it stopped on its way.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (ImportRequest.Parse(args) is not { } request)
            return await RefuseAsync(ImportRequest.Usage);

        await using var app = MedalistHost.Build([.. request.Settings]);
        if (app.Services.GetRequiredService<WebhookConnections>().Find(request.Connection) is null)
            return await RefuseAsync(NoConnection(request.Connection, app.Services.GetRequiredService<HostSettings>()));
        if (!File.Exists(request.File))
            return await RefuseAsync($"There is no file '{request.File}'.");

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) => (pressed.Cancel, _) = (true, stop.CancelAsync());
        try
        {
            await app.Services.StartDatabaseAsync(stop.Token);
            return await RunAsync(request, app.Services, stop.Token);
        }
        catch (Exception interrupted) when (interrupted is OperationCanceledException or StoreUnavailableException)
        {
            await Console.Error.WriteLineAsync(
                $"The import stopped: {interrupted.Message} Run the same command again: what is recorded is recognised and the rest follows."
            );
            return Stopped;
        }
    }

    private static async Task<int> RunAsync(ImportRequest request, IServiceProvider services, CancellationToken ct)
    {
        var organisation = services.GetRequiredService<Organisation>();
        IImportFormat format = Path.GetExtension(request.File).Equals(".csv", StringComparison.OrdinalIgnoreCase)
            ? new CsvFormat(organisation.Currency)
            : new NdjsonFormat(organisation.Currency);
        using var reader = new RecordReader(File.OpenRead(request.File), format.HasQuotes);
        if (format.Start(reader) is { } header)
            return await RefuseAsync(Text(1, header));

        var plan = await WorkBar.RunAsync(
            "Reading",
            new FileInfo(request.File).Length,
            progress => Task.Run(() => ImportPlan.Of(reader, format, organisation.DayOf, progress, ct), ct)
        );
        if (request.IsStrict && plan.WrongCount > 0)
            return await ShowWrongAsync(plan, "Nothing was imported, because of --strict.");

        var report = await ImportAsync(request, services, plan, Lines(request.Connection, plan, reader, format, services), ct);
        Show(report, request.IsDryRun);
        return plan.WrongCount == 0 ? Done : await ShowWrongAsync(plan, "The other lines are imported.");
    }

    private static async Task<ImportReport> ImportAsync(
        ImportRequest request,
        IServiceProvider services,
        ImportPlan plan,
        IEnumerable<(long Line, Reported Reported)> lines,
        CancellationToken ct
    )
    {
        var importer = services.GetRequiredService<Importer>();
        var report = await WorkBar.RunAsync(
            request.IsDryRun ? "Trying" : "Importing",
            plan.Records.Count,
            progress => importer.RunAsync(lines, plan.Days, request.IsDryRun, progress, ct)
        );
        if (!request.IsDryRun)
            await importer.AuditAsync($"{request.Connection}: {Path.GetFileName(request.File)}", $"{report}, {plan.WrongCount} wrong", ct);

        return report;
    }

    private static IEnumerable<(long Line, Reported Reported)> Lines(
        string connection,
        ImportPlan plan,
        RecordReader reader,
        IImportFormat format,
        IServiceProvider services
    )
    {
        var now = services.GetRequiredService<TimeProvider>().Now();
        foreach (var place in plan.Records)
            if (reader.At(place) is { } record && format.Read(record) is ImportLine.Right line)
                yield return (
                    place.Line,
                    new(new(connection, line.Id), line.Activity, line.Occurred, now, line.Body) { Source = FactSource.Import }
                );
    }

    private static string NoConnection(string name, HostSettings settings) =>
        $"There is no connection '{name}'. "
        + (
            settings.Connections.Count == 0
                ? "None is set up: set Connections__{name}__Kind and Connections__{name}__Secrets__0."
                : $"Known: {string.Join(", ", settings.Connections.Keys.Order(StringComparer.Ordinal))}."
        );

    private static void Show(ImportReport report, bool isDryRun)
    {
        foreach (var (line, what) in report.Named)
            Console.WriteLine($"line {line}: {what}");

        Console.WriteLine(isDryRun ? $"Dry run, nothing is written: {report}." : $"{report}.");
    }

    private static async Task<int> ShowWrongAsync(ImportPlan plan, string rest)
    {
        foreach (var (line, what) in plan.Wrong)
            await Console.Error.WriteLineAsync(Text(line, what));

        await Console.Error.WriteLineAsync($"{plan.WrongCount} lines are wrong. {rest}");
        return HasWrongLines;
    }

    private static string Text(long line, ImportLine.Wrong wrong) =>
        wrong.Where.Length == 0
            ? $"line {line}: {wrong.Reason} {wrong.Remedy}"
            : $"line {line}: {wrong.Where}: {wrong.Reason} {wrong.Remedy}";

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return Refused;
    }
}
