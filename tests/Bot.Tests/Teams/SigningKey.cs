using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Tests.Teams;

/// <summary>A key of Microsoft's side, and the tokens it signs.</summary>
internal sealed class SigningKey(string kid, params string[] endorsements)
{
    private readonly RSA rsa = RSA.Create(2048);

    public byte[] PublicBytes => rsa.ExportSubjectPublicKeyInfo();

    public JsonObject ToJson()
    {
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = kid,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
        if (endorsements.Length > 0)
            key["endorsements"] = new JsonArray([.. endorsements.Select(name => JsonValue.Create(name))]);
        return key;
    }

    public string Sign(JsonObject claims)
    {
        var signed = Signed("RS256", kid, claims);
        return $"{signed}.{Encode(rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>Signed as <paramref name="algorithm"/> says, with RSA whatever it says.</summary>
    public string SignAs(string algorithm, JsonObject claims)
    {
        var signed = Signed(algorithm, kid, claims);
        var hash = algorithm[2..] switch
        {
            "384" => HashAlgorithmName.SHA384,
            "512" => HashAlgorithmName.SHA512,
            _ => HashAlgorithmName.SHA256,
        };
        var padding = algorithm.StartsWith("PS", StringComparison.Ordinal) ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return $"{signed}.{Encode(rsa.SignData(Encoding.ASCII.GetBytes(signed), hash, padding))}";
    }

    public string Unsigned(JsonObject claims) => $"{Signed("none", kid, claims)}.";

    /// <summary>The old trick: the public key, which everybody has, used as the secret of an HMAC.</summary>
    public string SignWithThePublicKey(JsonObject claims)
    {
        var signed = Signed("HS256", kid, claims);
        return $"{signed}.{Encode(HMACSHA256.HashData(PublicBytes, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Signed(string algorithm, string kid, JsonObject claims) =>
        $"{Encode(Encoding.UTF8.GetBytes(new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = kid }.ToJsonString()))}.{Encode(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";

    private static string Encode(byte[] bytes) => Base64UrlEncoder.Encode(bytes);
}
