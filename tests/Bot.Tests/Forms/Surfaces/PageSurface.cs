using System.Net;
using Bot.Tests.Hosting;

namespace Bot.Tests.Forms.Surfaces;

/// <summary>The form of the page as a browser without a script posts it.</summary>
public sealed class PageSurface : FormSurface
{
    private const string Named = "name=\"f-";
    private const string ErrorOf = "<p class=\"error\"";
    private RunningHost host = null!;
    private string form = "";

    internal override RunningHost Host => host;

    internal override string Person => "ana";

    public override async Task InitializeAsync() => host = await (await RunningHost.StartAsync()).WithPeopleAsync();

    public override async Task DisposeAsync() => await host.DisposeAsync();

    internal override Task<FormSeen> OpenAsync(string line) => PostAsync(("open", line));

    internal override Task<FormSeen> SubmitAsync(params (string Field, string Value)[] values) =>
        PostAsync([("form", form), .. values.Select(value => ($"f-{value.Field}", value.Value))]);

    internal override Task<FormSeen> BackAsync(params (string Field, string Value)[] values) => SubmitAsync([.. values, ("back", "on")]);

    private async Task<FormSeen> PostAsync(params IReadOnlyList<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/page/forms")
        {
            Content = new FormUrlEncodedContent(
                fields.Prepend(("person", Person)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))
            ),
        };
        request.Headers.Add("Origin", host.Url.GetLeftPart(UriPartial.Authority));
        request.Headers.AcceptLanguage.ParseAdd(Locale);
        using var response = await host.Client.SendAsync(request);
        return Seen(await response.Content.ReadAsStringAsync());
    }

    private FormSeen Seen(string html)
    {
        if (html.Contains("data-done", StringComparison.Ordinal))
            return new(new Dictionary<string, string>(), new Dictionary<string, string>(), Plain(html));

        form = Between(html, "name=\"form\" value=\"", "\"");
        var fields = html.Split("<div class=\"field")[1..].Where(field => field.Contains(Named, StringComparison.Ordinal)).ToList();
        var errors = fields
            .Where(field => field.Contains(ErrorOf, StringComparison.Ordinal))
            .ToDictionary(NameOf, field => Between(field, "-error\">⚠ ", "</p>"));
        if (errors.Count == 0 && html.Contains("role=\"alert\"", StringComparison.Ordinal))
            errors[""] = Between(html, "role=\"alert\">", "</div>");
        return new(fields.ToDictionary(NameOf, ValueOf), errors);
    }

    private static string NameOf(string field) => Between(field, Named, "\"");

    private static string ValueOf(string field) =>
        field.Contains("<select", StringComparison.Ordinal)
            ? field
                .Split("<option value=\"")
                .FirstOrDefault(option => option.Contains("\" selected>", StringComparison.Ordinal))
                ?.Split('"')[0]
                ?? ""
        : field.Contains("<textarea", StringComparison.Ordinal)
            ? Between(field[field.IndexOf("<textarea", StringComparison.Ordinal)..], ">", "</textarea>").TrimStart('\n')
        : Between(field, " value=\"", "\"");

    private static string Between(string html, string start, string end)
    {
        var from = html.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return WebUtility.HtmlDecode(html[from..html.IndexOf(end, from, StringComparison.Ordinal)]);
    }

    private static string Plain(string html) =>
        WebUtility.HtmlDecode(string.Concat(html.Split('<').Select(piece => piece[(piece.IndexOf('>', StringComparison.Ordinal) + 1)..])));
}
