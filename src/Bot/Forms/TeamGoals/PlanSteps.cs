namespace Bot.Forms.TeamGoals;

/// <summary>What all steps of the form say.</summary>
internal static class PlanSteps
{
    public static string TooLong(FormRequest request) =>
        request.Say($"This is more than a form carries. Shorten names and rewards, or set the targets of single people over the API.");
}
