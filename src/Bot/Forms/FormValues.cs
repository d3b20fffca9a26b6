namespace Bot.Forms;

/// <summary>What a client sent for the fields of a form, as it came: any field, any length, any number of values.</summary>
public sealed record FormValues(IReadOnlyDictionary<string, IReadOnlyList<string>> Fields)
{
    public static FormValues None { get; } = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));

    /// <summary>Empty for a field that did not come.</summary>
    public IReadOnlyList<string> Of(string field) => Fields.GetValueOrDefault(field, []);
}
