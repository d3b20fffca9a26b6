using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Bot.Web;

/// <summary>HTML. The holes of <c>Markup.Of($"…")</c> are escaped unless they are markup themselves, so forgetting is not possible.</summary>
internal readonly record struct Markup(string Html)
{
    public static Markup None { get; } = new("");

    public static Markup Of(MarkupText text) => new(text.ToString());

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part.Html)));

    /// <summary>An attribute that is there or not: <c>selected</c>.</summary>
    public static Markup Flag(string name, bool on) => on ? new($" {name}") : None;

    public override string ToString() => Html;
}

/// <summary>Collects the literals and holes of an interpolated string as HTML.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupText(int literalLength, int holes)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new(literalLength + (holes * 16));

    public void AppendLiteral(string literal) => html.Append(literal);

    public void AppendFormatted(Markup markup) => html.Append(markup.Html);

    public void AppendFormatted(string? text) => html.Append(Encoder.Encode(text ?? ""));

    public void AppendFormatted(int number) => html.Append(CultureInfo.InvariantCulture, $"{number}");

    public override string ToString() => html.ToString();
}
