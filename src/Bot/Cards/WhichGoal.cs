using Bot.Commands;

namespace Bot.Cards;

/// <summary>One goal has to be chosen for what somebody wants to do.</summary>
internal static class WhichGoal
{
    public static string Title(string verb, ReaderFormat format) =>
        verb switch
        {
            GoalVerb.Edit => format.Say($"Which goal to edit?"),
            GoalVerb.Pause => format.Say($"Which goal to pause?"),
            GoalVerb.Resume => format.Say($"Which goal to resume?"),
            GoalVerb.Delete => format.Say($"Which goal to delete?"),
            GoalVerb.Undo => format.Say($"Which goal to undo?"),
            TeamGoalVerb.Close => format.Say($"Which goal to close?"),
            TeamGoalVerb.Show => format.Say($"Which goal to show?"),
            TeamGoalVerb.Replay => format.Say($"Which goal to replay?"),
            _ => format.Say($"Which goal is meant?"),
        };

    public static string None(string verb, ReaderFormat format) =>
        verb switch
        {
            GoalVerb.Edit => format.Say($"There is no goal to edit."),
            GoalVerb.Pause => format.Say($"There is no goal to pause."),
            GoalVerb.Resume => format.Say($"There is no goal to resume."),
            GoalVerb.Delete => format.Say($"There is no goal to delete."),
            GoalVerb.Undo => format.Say($"There is no goal to undo."),
            TeamGoalVerb.Close => format.Say($"There is no goal to close."),
            TeamGoalVerb.Show => format.Say($"There is no goal to show."),
            TeamGoalVerb.Replay => format.Say($"There is no goal to replay."),
            _ => format.Say($"There is no such goal."),
        };
}
