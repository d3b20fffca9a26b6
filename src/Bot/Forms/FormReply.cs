using Bot.Cards;

namespace Bot.Forms;

/// <summary>What a surface shows after a form was asked for or sent.</summary>
public abstract record FormReply
{
    private FormReply() { }

    /// <summary>A form: the one asked for, the next step, or the same again with what is wrong.</summary>
    /// <param name="Errors">Empty for a form that was not sent yet.</param>
    public sealed record Show(Form Form, IReadOnlyList<FieldError> Errors) : FormReply;

    public sealed record Done(Card Card) : FormReply;

    /// <summary>No form, or nothing done: why, and what to do.</summary>
    public sealed record Refused(Card Card) : FormReply
    {
        /// <summary>Because the database did not answer: sending it again later may do it.</summary>
        public bool IsAway { get; init; }
    }
}
