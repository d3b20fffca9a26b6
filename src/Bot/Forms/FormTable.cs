using System.Collections.Frozen;

namespace Bot.Forms;

/// <summary>Every form by its id.</summary>
public sealed class FormTable(IEnumerable<IForm> forms)
{
    private readonly FrozenDictionary<string, IForm> byId = forms.ToFrozenDictionary(form => form.Id, StringComparer.Ordinal);

    /// <summary>Sorted.</summary>
    public IReadOnlyList<string> Ids => [.. byId.Keys.Order(StringComparer.Ordinal)];

    public IForm? Find(string id) => byId.GetValueOrDefault(id);
}
