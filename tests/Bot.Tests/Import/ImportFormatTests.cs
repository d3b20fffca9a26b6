using System.Text;
using Bot.Import;
using Gamification.Activities;
using NodaTime;

namespace Bot.Tests.Import;

/// <summary>What a line of a file may look like, and what is said about one that is wrong.</summary>
public sealed class ImportFormatTests
{
    private const string Header = "id,type,timestamp,dealId,owner,outcome,amount,currency";

    [Fact]
    public void A_row_and_an_event_on_a_line_say_the_same()
    {
        var row = Right(Csv(Header, "e1,deal.closed,2026-10-28T12:00:00+01:00,d1,ana@example.com,won,1200.50,EUR"));
        var line = Right(
            Ndjson(
                """{"id":"e1","type":"deal.closed","timestamp":"2026-10-28T11:00:00Z","data":{"dealId":"d1","owner":"ana@example.com","outcome":"won","amount":1200.5,"currency":"EUR"}}"""
            )
        );

        Assert.Equal((line.Id, line.Activity, line.Occurred), (row.Id, row.Activity, row.Occurred));
        Assert.Equal(Instant.FromUtc(2026, 10, 28, 11, 0), row.Occurred);
        Assert.Equal(120_050, Entities.AmountOf(row.Activity)!.Value.MinorUnits);
    }

    [Theory]
    [InlineData("e1,deal.closed,2026-10-28,d1,ana@example.com,won,1,EUR", "timestamp")]
    [InlineData("e1,deal.lost,2026-10-28T12:00:00Z,d1,ana@example.com,won,1,EUR", "type")]
    [InlineData("e1,deal.closed,2026-10-28T12:00:00Z,,ana@example.com,won,1,EUR", "dealId")]
    [InlineData("e1,deal.closed,2026-10-28T12:00:00Z,d1,,won,1,EUR", "owner")]
    [InlineData("e1,deal.closed,2026-10-28T12:00:00Z,d1,ana@example.com,maybe,1,EUR", "outcome")]
    [InlineData("e1,deal.closed,2026-10-28T12:00:00Z,d1,ana@example.com,won,1.005,EUR", "amount")]
    [InlineData("e1,deal.closed,2026-10-28T12:00:00Z,d1,ana@example.com,won,-5,EUR", "amount")]
    [InlineData(",deal.closed,2026-10-28T12:00:00Z,d1,ana@example.com,won,1,EUR", "id")]
    [InlineData("é1,deal.closed,2026-10-28T12:00:00Z,d1,ana@example.com,won,1,EUR", "id")]
    [InlineData("e1,deal.closed,2026-10-28T12:00:00Z,d1", "")]
    [InlineData("e1,deal.closed,\"2026-10-28T12:00:00Z,d1,ana@example.com,won,1,EUR", "")]
    public void A_wrong_cell_is_named_by_its_column(string row, string where)
    {
        var wrong = Assert.IsType<ImportLine.Wrong>(Csv(Header, row));

        Assert.Equal(where, wrong.Where);
        Assert.NotEmpty(wrong.Remedy);
    }

    [Theory]
    [InlineData("""{"id":"e1","type":"quote.sent","timestamp":"2026-10-28T12:00:00Z","data":{"quoteId":"q1"}}""", "/data/owner")]
    [InlineData("""{"type":"quote.voided","timestamp":"2026-10-28T12:00:00Z","data":{"quoteId":"q1"}}""", "/id")]
    [InlineData("""{"id":7,"type":"quote.voided","timestamp":"2026-10-28T12:00:00Z","data":{"quoteId":"q1"}}""", "/id")]
    [InlineData("""{"id":"e1","id":"e2","type":"quote.voided","timestamp":"2026-10-28T12:00:00Z","data":{"quoteId":"q1"}}""", "/id")]
    [InlineData("""["id"]""", "")]
    [InlineData("not JSON", "")]
    public void A_wrong_member_is_named_by_its_pointer(string line, string where) =>
        Assert.Equal(where, Assert.IsType<ImportLine.Wrong>(Ndjson(line)).Where);

    [Theory]
    [InlineData("id,type,timestamp,dealID", true)]
    [InlineData("id;type;timestamp;owner", true)]
    [InlineData("id,type", false)]
    [InlineData("id,type,timestamp,value", false)]
    [InlineData("id,type,timestamp,id", false)]
    [InlineData("", false)]
    public void A_header_has_the_canonical_names_each_once(string header, bool isRight)
    {
        var format = new CsvFormat("EUR");
        using var reader = Reader($"{header}\n", hasQuotes: true);

        Assert.Equal(isRight, format.Start(reader) is null);
    }

    [Theory]
    [InlineData("a,b", new[] { "a", "b" })]
    [InlineData("a,", new[] { "a", "" })]
    [InlineData("", new[] { "" })]
    [InlineData("\"a,b\",\"say \"\"hi\"\"\"", new[] { "a,b", "say \"hi\"" })]
    [InlineData("\"two\nlines\", c ", new[] { "two\nlines", "c" })]
    [InlineData("\"a\"b,c", null)]
    [InlineData("\"a", null)]
    public void Cells_are_those_of_RFC_4180(string record, string[]? cells) => Assert.Equal(cells, CsvCells.Of(record, ','));

    [Fact]
    public void Records_carry_their_line_whatever_ends_them_and_are_found_again()
    {
        using var reader = Reader("\uFEFFone\r\n\"two\nthree\"\nfour", hasQuotes: true);
        var found = new List<(string Text, RecordPlace Place)>();
        while (reader.Next() is { } record)
            found.Add((Encoding.UTF8.GetString(record.Span), reader.Place));

        Assert.Equal([("one", 1L), ("\"two\nthree\"", 2L), ("four", 4L)], found.Select(record => (record.Text, record.Place.Line)));
        foreach (var (text, place) in Enumerable.Reverse(found).Concat(found))
            Assert.Equal(text, Encoding.UTF8.GetString(reader.At(place)!.Value.Span));
    }

    [Fact]
    public void A_line_of_more_than_256_KB_is_wrong_and_the_next_one_is_read()
    {
        using var reader = Reader($"\"{new string('x', RecordReader.MostBytes)}\nlost\nid,type\n", hasQuotes: true);

        reader.Next();
        Assert.True(reader.IsTooLong);
        Assert.Equal("id,type", Encoding.UTF8.GetString(reader.Next()!.Value.Span));
        Assert.False(reader.IsTooLong);
    }

    [Fact]
    public void The_plan_of_a_file_is_in_the_order_of_what_happened()
    {
        var format = new NdjsonFormat("EUR");
        using var reader = Reader(
            """
            {"id":"late","type":"quote.voided","timestamp":"2026-11-01T12:00:00Z","data":{"quoteId":"q1"}}
            oops

            {"id":"early","type":"quote.voided","timestamp":"2026-10-28T12:00:00Z","data":{"quoteId":"q1"}}
            """,
            hasQuotes: false
        );

        var plan = ImportPlan.Of(reader, format, at => at.InUtc().Date, _ => { }, CancellationToken.None);

        Assert.Equal([4, 1], plan.Records.Select(place => place.Line));
        Assert.Equal(2, Assert.Single(plan.Wrong).Line);
        Assert.Equal([new LocalDate(2026, 10, 28), new(2026, 11, 1)], plan.Days.Order());
    }

    private static ImportLine.Right Right(ImportLine line) => Assert.IsType<ImportLine.Right>(line);

    private static ImportLine Ndjson(string line) => new NdjsonFormat("EUR").Read(Encoding.UTF8.GetBytes(line));

    private static ImportLine Csv(string header, string row)
    {
        var format = new CsvFormat("EUR");
        using var reader = Reader($"{header}\n{row}", hasQuotes: true);
        Assert.Null(format.Start(reader));
        return format.Read(reader.Next()!.Value);
    }

    private static RecordReader Reader(string text, bool hasQuotes) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), hasQuotes);
}
