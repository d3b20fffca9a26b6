namespace Storage.Verifying;

/// <summary>Which phases together look at everything that is stored.</summary>
public static class VerificationPhases
{
    /// <summary>For who only compares: each table is read in an order in which it lies.</summary>
    public static IReadOnlyList<VerificationPhase> OfVerify { get; } =
    [VerificationPhase.Shared, VerificationPhase.Own, VerificationPhase.Deals, VerificationPhase.Goals, VerificationPhase.Closes];

    /// <summary>For who mends what differs.</summary>
    public static IReadOnlyList<VerificationPhase> OfReplay { get; } =
    [VerificationPhase.People, VerificationPhase.Deals, VerificationPhase.Strays, VerificationPhase.Goals, VerificationPhase.Closes];
}
