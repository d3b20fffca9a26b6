using Bot.Play;
using Gamification.Verifying;

namespace Bot.Api;

/// <param name="Kind">Which stored thing: <c>fact</c>, <c>line</c>, <c>day</c>, <c>tally</c>, <c>badge</c>, <c>goal</c>, <c>grant</c>, <c>unlock</c>, <c>coins</c>, <c>closed</c>.</param>
/// <param name="Person">Whose; null where it is nobody's alone.</param>
internal sealed record DifferenceAnswer(string Kind, string? Person, string Key, string Stored, string Derived)
{
    public static DifferenceAnswer Of(Difference difference) =>
        new(difference.Kind.ToString().ToLowerInvariant(), difference.Person?.Value, difference.Key, difference.Stored, difference.Derived);
}

/// <param name="Differences">How many; <paramref name="Items"/> lists the first thousand.</param>
/// <param name="Kept">Grants a manager kept although the facts no longer give them.</param>
/// <param name="Rows">Facts and ledger lines looked at.</param>
internal sealed record VerificationAnswer(long Differences, long Kept, long Rows, IReadOnlyList<DifferenceAnswer> Items)
{
    public static VerificationAnswer Of(VerificationReport report) =>
        new(report.Differences, report.Kept, report.Rows, [.. report.Items.Select(DifferenceAnswer.Of)]);
}

internal static class VerificationEndpoints
{
    public static void MapVerification(this IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/verify",
                async (Verifier verifier, CancellationToken ct) => VerificationAnswer.Of(await verifier.VerifyAsync(_ => { }, ct))
            )
            .WithSummary("Compares everything stored with a fresh fold of all facts; changes nothing");
        api.MapPost(
                "/replay",
                async (Verifier verifier, CancellationToken ct) => VerificationAnswer.Of(await verifier.ReplayAsync("api", _ => { }, ct))
            )
            .WithSummary("Derives everything again from the facts and posts the differences; twice posts nothing");
    }
}
