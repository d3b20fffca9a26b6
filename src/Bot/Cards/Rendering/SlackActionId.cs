using System.Globalization;

namespace Bot.Cards.Rendering;

/// <summary>
/// The <c>action_id</c> of everything a person can press in Slack: <c>run:replace:3:0</c> or <c>run:private:4:1</c>.
/// It says where the answer appears; the command line is the button's <c>value</c>, or the <c>selected_option.value</c> of a select.
/// Part and item make it unique inside the message, as Slack asks.
/// </summary>
public readonly record struct SlackActionId(Answer Answer, int Part, int Item)
{
    private const string Verb = "run";
    private const string Replace = "replace";
    private const string Private = "private";

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Verb}:{(Answer is Answer.Private ? Private : Replace)}:{Part}:{Item}");

    /// <summary>Null when the id is not one of ours.</summary>
    public static SlackActionId? Parse(string text) =>
        text.Split(':') is [Verb, var answer and (Replace or Private), var part, var item]
        && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var partNumber)
        && int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var itemNumber)
            ? new(answer is Private ? Answer.Private : Answer.Replace, partNumber, itemNumber)
            : null;
}
