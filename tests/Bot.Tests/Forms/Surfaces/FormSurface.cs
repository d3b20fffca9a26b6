using Bot.Tests.Hosting;

namespace Bot.Tests.Forms.Surfaces;

/// <summary>A form as a person has it before them on one surface.</summary>
/// <param name="Values">What stands in each field.</param>
/// <param name="Errors">The message at each field; at "" what is wrong with the form as a whole.</param>
/// <param name="Done">What came of it, as text; null while the form is open.</param>
internal sealed record FormSeen(
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, string> Errors,
    string? Done = null
);

/// <summary>The whole host, and a rep who opens a form, fills it in and sends it, over the wire of one surface.</summary>
public abstract class FormSurface : IAsyncLifetime
{
    public const string English = "en-GB";

    /// <summary>The language of the rep.</summary>
    public string Locale { get; init; } = English;

    internal abstract RunningHost Host { get; }

    /// <summary>Who fills in.</summary>
    internal abstract string Person { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    /// <param name="line">What the button carries: <c>goal new</c>.</param>
    internal abstract Task<FormSeen> OpenAsync(string line);

    /// <summary>Presses the way back in the form that was opened last, with all that stands in it.</summary>
    internal abstract Task<FormSeen> BackAsync(params (string Field, string Value)[] values);

    /// <summary>Sends the form that was opened last.</summary>
    internal abstract Task<FormSeen> SubmitAsync(params (string Field, string Value)[] values);
}
