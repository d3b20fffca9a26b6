using System.Globalization;
using Bot.Cards;
using Bot.Commands;
using Bot.Texts;
using Gamification.Goals;
using NodaTime;
using Storage;

namespace Bot.Forms;

/// <summary>One form, the same on every surface.</summary>
public interface IForm
{
    /// <summary>Lower case: <c>person</c>. A button opens it with <c>person ana</c>.</summary>
    string Id { get; }

    /// <summary>
    /// The form as it is now, for somebody who may use it; a card instead for everybody else. It is asked again before a submission is
    /// looked at, so a right that is missing or a thing that is gone is noticed there too. The state is the client's word.
    /// </summary>
    Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct);

    /// <summary>Does what the values say. A submission may come twice and must end as one.</summary>
    /// <param name="values">Those of the form that was opened just now: required, length and choices are checked.</param>
    Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct);

    /// <summary>The step before, of a form that has one. What was typed may be wrong in any way.</summary>
    Task<FormOpening> BackAsync(FormRequest request, FormReading values, CancellationToken ct) => OpenAsync(request, ct);
}

/// <param name="State">What the form is about: what stands after its name on a button, or the state of its last step.</param>
public sealed record FormRequest(string State, PersonView Person, Place Place, CultureInfo Locale, Instant Now)
{
    public Language Language => Language.Of(Locale);

    /// <summary>A sentence in the language of who asks.</summary>
    public string Say(FormattableString sentence) => Language.Say(sentence, Locale);

    /// <summary>What is wrong, and what to do about it.</summary>
    public string Say(GoalFault fault) => $"{Say(fault.Message)} {Say(fault.Remedy)}";
}

/// <summary>What comes of asking for a form.</summary>
public abstract record FormOpening
{
    private FormOpening() { }

    public sealed record Shown(Form Form) : FormOpening;

    /// <summary>A refusal, or what became of what the form was about.</summary>
    public sealed record Instead(Card Card) : FormOpening;
}

/// <summary>What comes of a submission.</summary>
public abstract record FormOutcome
{
    private FormOutcome() { }

    /// <summary>Nothing was done; what was typed is kept.</summary>
    public sealed record Wrong(IReadOnlyList<FieldError> Errors) : FormOutcome
    {
        /// <summary>About the whole form.</summary>
        public Wrong(string message)
            : this([new("", message)]) { }
    }

    /// <summary>Done: a card for the person alone, in place of the one the form was opened from.</summary>
    public sealed record Done(Card Card) : FormOutcome;

    /// <summary>The next step, also one of another form; its state carries what was said so far.</summary>
    public sealed record Next(Form Form) : FormOutcome;
}

/// <param name="Field">The id of a field; empty for the whole form.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record FieldError(string Field, string Message);
