using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bot.Demo;

/// <summary>Where this host listens, as it reaches itself.</summary>
internal static class OwnAddress
{
    private static readonly string[] AnyAddress = ["[::]", "0.0.0.0", "*", "+"];

    /// <exception cref="InvalidOperationException">The host does not listen yet.</exception>
    public static Uri Of(IServer server)
    {
        var address =
            server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The host does not listen yet.");
        return new(AnyAddress.Aggregate(address, (text, any) => text.Replace($"//{any}", "//127.0.0.1", StringComparison.Ordinal)));
    }
}
