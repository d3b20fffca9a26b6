using Bot.Settings;

namespace Bot.Slack;

/// <summary>What stands behind every Slack route: the whole raw body, read within bounds and signed.</summary>
internal abstract record Admission
{
    private Admission() { }

    public sealed record Granted(byte[] Body) : Admission;

    public sealed record Denied(IResult Answer) : Admission;
}

/// <summary>Lets in what Slack signed and answers the rest; nothing of a body is read before its signature holds.</summary>
internal sealed class SlackGate(SlackSettings settings, TimeProvider clock, ILogger<SlackGate> log)
{
    private const int MaxBody = 256 * 1024;

    public async Task<Admission> AdmitAsync(HttpRequest request, CancellationToken ct)
    {
        if (settings.SigningSecret is not { Length: > 0 } secret)
            return new Admission.Denied(SlackProblems.NotConnected);

        if (await ReadAsync(request, ct) is not { } body)
            return new Admission.Denied(SlackProblems.TooLarge);

        // Certificate probes come unsigned; they are answered, and nothing else in them is looked at.
        if (request.HasFormContentType && SlackForm.Parse(body)?["ssl_check"] == "1")
            return new Admission.Denied(Results.Ok());

        var check = SlackSignature.Check(
            request.Headers[SlackSignature.TimestampHeader],
            request.Headers[SlackSignature.SignatureHeader],
            body,
            secret,
            clock.GetUtcNow()
        );
        if (check == SignatureCheck.Valid)
            return new Admission.Granted(body);

        log.Refused(check);
        return new Admission.Denied(SlackProblems.NotSigned);
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MaxBody)
            return null;

        using var body = new MemoryStream((int)(request.ContentLength ?? 4096));
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, ct)) > 0; )
        {
            if (body.Length + read > MaxBody)
                return null;

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
