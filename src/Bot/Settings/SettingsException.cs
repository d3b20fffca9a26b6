namespace Bot.Settings;

/// <summary>One setting that cannot be used: its name as it is written in the environment, what is wrong, and what to do.</summary>
public sealed record SettingProblem(string Name, string Message);

/// <summary>The host does not start with wrong settings; all of them are named at once.</summary>
public sealed class SettingsException(IReadOnlyList<SettingProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems.Select(problem => $"{problem.Name}: {problem.Message}")))
{
    public IReadOnlyList<SettingProblem> Problems { get; } = problems;
}
