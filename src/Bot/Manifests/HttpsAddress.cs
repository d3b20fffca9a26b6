namespace Bot.Manifests;

/// <summary>Where a chat platform reaches the host: public, over TLS, perhaps below a path.</summary>
internal sealed record HttpsAddress
{
    private const int Longest = 1000;

    private readonly string text;

    private HttpsAddress(string text) => this.text = text;

    public override string ToString() => text;

    /// <summary>Null for what no platform would take.</summary>
    public static HttpsAddress? Parse(string typed) =>
        typed.Length <= Longest
        && Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var address)
        && address is { Scheme: "https", IsLoopback: false, UserInfo: "", Query: "", Fragment: "" }
            ? new(address.AbsoluteUri.TrimEnd('/'))
            : null;

    public string InPlaceOf(string example, string address) => text + address[example.Length..];
}
