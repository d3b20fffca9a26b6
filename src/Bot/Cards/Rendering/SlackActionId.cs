using System.Diagnostics;
using System.Globalization;

namespace Bot.Cards.Rendering;

/// <summary>
/// The <c>action_id</c> of everything a person can press in Slack: <c>run:replace:3:0</c>, <c>run:private:4:1</c> or <c>run:form:4:1</c>.
/// It says where the answer appears, or that a form opens; the command line is the button's <c>value</c>, or the <c>selected_option.value</c> of a select.
/// Part and item make it unique inside the message, as Slack asks.
/// </summary>
public readonly record struct SlackActionId(Answer Answer, int Part, int Item)
{
    private const string Verb = "run";
    private const string Replace = "replace";
    private const string Private = "private";
    private const string Form = "form";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Verb}:{WordOf(Answer)}:{Part}:{Item}");

    /// <summary>Null when the id is not one of ours.</summary>
    public static SlackActionId? Parse(string text) =>
        text.Split(':') is [Verb, var word, var part, var item]
        && AnswerOf(word) is { } answer
        && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var partNumber)
        && int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var itemNumber)
            ? new(answer, partNumber, itemNumber)
            : null;

    private static string WordOf(Answer answer) =>
        answer switch
        {
            Answer.Replace => Replace,
            Answer.Private => Private,
            Answer.Form => Form,
            _ => throw new UnreachableException($"No word for {answer}."),
        };

    private static Answer? AnswerOf(string word) =>
        word switch
        {
            Replace => Answer.Replace,
            Private => Answer.Private,
            Form => Answer.Form,
            _ => null,
        };
}
