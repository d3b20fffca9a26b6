using System.Globalization;

namespace Storage;

/// <summary>
/// The request of a person that the present work is done for. It may be done again after a crash, so what it writes carries its id:
/// the second time the same step is refused by its key in the audit, in the transaction that would have repeated it.
/// </summary>
/// <remarks>It follows the flow of calls, so that each of the commands and forms need not hand it on.</remarks>
public sealed class ChatRequest
{
    /// <summary>A refusal changes nothing, and who is linked already is not linked again: both may be repeated.</summary>
    private static readonly string[] Repeatable = ["right.refused", "identity.linked"];

    private static readonly AsyncLocal<ChatRequest?> Flow = new();

    private readonly Dictionary<string, int> steps = new(StringComparer.Ordinal);
    private readonly string id;

    private ChatRequest(string id, bool isRepeated) => (this.id, IsRepeated) = (id, isRepeated);

    internal static ChatRequest? Current => Flow.Value;

    /// <summary>Whether it was worked on before, and may be done.</summary>
    internal bool IsRepeated { get; }

    /// <summary>Every step of it lies between these two.</summary>
    internal (string From, string To) Steps => ($"{id} ", $"{id}!");

    /// <summary>Runs work on behalf of a request.</summary>
    /// <param name="id">The same when the request is worked on again.</param>
    public static async Task<T> ForAsync<T>(string id, Func<Task<T>> work, bool isRepeated = false)
    {
        Flow.Value = new(id, isRepeated);
        return await work();
    }

    /// <summary>The next step of this kind: <c>slack:t1 goal.put 1</c>. Null for what may be repeated.</summary>
    internal string? Next(string what)
    {
        if (Repeatable.Contains(what, StringComparer.Ordinal))
            return null;

        lock (steps)
            return $"{id} {what} {(steps[what] = steps.GetValueOrDefault(what) + 1).ToString(CultureInfo.InvariantCulture)}";
    }
}
