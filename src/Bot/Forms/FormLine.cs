namespace Bot.Forms;

/// <summary>What a button that opens a form carries: <c>person ana</c>.</summary>
public sealed record FormLine(string Id, string State)
{
    public override string ToString() => State.Length == 0 ? Id : $"{Id} {State}";

    public static FormLine Parse(string line) => line.Trim().Split(' ', 2) is [var id, var state] ? new(id, state) : new(line.Trim(), "");
}
