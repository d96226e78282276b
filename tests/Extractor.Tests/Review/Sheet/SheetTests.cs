using System.Text;
using Extract.Review;
using Extract.Review.Sheet;

namespace Extract.Tests.Review.Sheet;

/// <summary>The table for people who prefer a spreadsheet: there and back.</summary>
public sealed class SheetTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static Record[] Records =>
    [
        WordsRecord.Of("a", "Séance on bees, 28-29 June 2018, in Zagreb, by the Union; of Keepers.", title: "=Séance, on \"bees\"").On("28-29 June 2018", "2018-06-28", "2018-06-29").In("Zagreb").By("Union; of Keepers").About("animals", "bees").Asking("/dates/0/from", "Is the year 2018?").Asking("/cities/0/geonameId"),
        WordsRecord.Of("b", "Workshop\non ants, 3 May 2024, in Zadar or Osijek.").On("3 May 2024", "2024-05-03").In("Zadar") with { Status = "needs-review" },
    ];

    [Fact]
    public async Task A_table_that_nobody_touched_says_nothing()
    {
        var csv = await ExportAsync(Records);
        Assert.Empty(Read(csv));
        Assert.Empty(Read(csv.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Contains(",\"'=Séance, on \"\"bees\"\"\",", csv, StringComparison.Ordinal);
        Assert.Contains(",2018-06-28..2018-06-29,", csv, StringComparison.Ordinal);
        Assert.Equal('\uFEFF', csv[0]);
        // A record that was decided on since says nothing either, as long as its row was not touched.
        Assert.Empty(Read(csv, Records[0] with { Title = "Other" }, Records[1]));
    }

    [Fact]
    public async Task What_was_corrected_comes_back_as_one_batch_in_words()
    {
        var csv = (await ExportAsync(Records)).Replace("2018-06-28..2018-06-29", "2019-06-28..2019-06-29", StringComparison.Ordinal).Replace("b,,Workshop", "b,Accept,Workshop", StringComparison.Ordinal).Replace("\"Zadar, HR\"", "\"Osijek, HR\"", StringComparison.Ordinal);
        var rows = Read(csv);
        Assert.Equal([["event date 2018-06-28..2018-06-29 → 2019-06-28..2019-06-29"], ["accept", "venue Zadar, HR → Osijek, HR"]], rows.Select(row => row.Say.ToArray()));
        Assert.Equal([("a", "open"), ("b", "reviewed")], rows.Select(row => (row.Id, row.Decision!.Status)));
        Assert.Single(rows.Select(row => row.Decision!.Batch).Distinct());
        var decided = new Decisions(rows.Select(row => row.Decision!));
        var (first, second) = (decided.Apply(Records[0]), decided.Apply(Records[1]));
        Assert.Equal(("28-29 June 2018", 2019, "needs-review", "/cities/0/geonameId"), (first.Dates[0].Text, first.Dates[0].From!.Value.Year, first.Status, Assert.Single(first.Questions).Field));
        Assert.Equal(("Osijek", second.Text.IndexOf("Osijek", StringComparison.Ordinal), "reviewed"), (second.Cities[0].Text, second.Cities[0].Start!.Value, second.Status));
        Assert.Equal(Records[0].Organizations[0], first.Organizations[0]);
    }

    [Theory]
    [InlineData("decision=reject", "rejected", "reject")]
    [InlineData("decision=unsure;note=two halls", "unsure", "cannot tell|note: two halls")]
    [InlineData("decision=accept", "reviewed", "accept")]
    [InlineData("decision=yes", null, "“yes” is no decision.")]
    [InlineData("note=hm", null, "The row has a note and no decision.")]
    [InlineData("decision=unsure;title=X", null, "The row says unsure, and corrects values.")]
    [InlineData("eventDates=28/06/2018", null, "“28/06/2018” is no day.")]
    [InlineData("title=", null, "The title is empty.")]
    [InlineData("eventStatus=moved", null, "There is no status “moved”.")]
    [InlineData("id=zz;decision=accept", null, "There is no record “zz”.")]
    [InlineData("topics=birds", null, "There is no label “birds”.")]
    [InlineData("deadlines=2018-06-01..2018-06-02", null, "“2018-06-01..2018-06-02” is a deadline")]
    [InlineData("title='-X", "open", "title =Séance, on \"bees\" → -X")]
    public void A_row_is_a_decision_or_a_fault_in_words(string cells, string? status, string says)
    {
        var record = Records[0];
        var row = Extract.Review.Wording.WordField.All.ToDictionary(field => field.Name, field => field.Read(record));
        row["id"] = "a";
        foreach (var cell in cells.Split(';')) row[cell.Split('=', 2)[0]] = cell.Split('=', 2)[1];
        var csv = string.Join(';', row.Keys) + "\r\n" + string.Join(';', row.Values.Select(value => "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")) + "\r\n";
        var read = Assert.Single(SheetImport.Read(csv, id => id == "a" ? record : null, "ana", At, new(null, new HashSet<string> { "animals" })));
        Assert.Equal((status, 2), (read.Decision?.Status, read.Line));
        if (status is null) Assert.StartsWith(says, read.Fault, StringComparison.Ordinal);
        else Assert.Equal(says, string.Join('|', read.Say));
    }

    [Fact]
    public async Task A_row_that_was_touched_after_the_record_had_changed_is_refused()
    {
        var csv = (await ExportAsync(Records)).Replace("b,,Workshop", "b,reject,Workshop", StringComparison.Ordinal);
        Assert.StartsWith("The record has changed since", Assert.Single(Read(csv, Records[0], Records[1] with { Title = "Other" })).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_none_is_told_and_a_record_twice()
    {
        Assert.StartsWith("The table has no column “id”", Assert.Throws<InvalidDataException>(() => Read("name,x\n1,2\n")).Message, StringComparison.Ordinal);
        Assert.StartsWith("The quotation marks", Assert.Throws<InvalidDataException>(() => Read("id,decision\na,\"accept\n")).Message, StringComparison.Ordinal);
        Assert.Equal([null, "The record stands in an earlier row too. Leave it in one."], Read("decision\tid\naccept\ta\n\t\nreject\ta\n").Select(row => row.Fault));
    }

    [Fact]
    public async Task A_long_text_is_cut_between_characters()
    {
        var csv = await ExportAsync(WordsRecord.Of("a", new string('x', 499) + "😀 and more", title: "T"));
        Assert.Contains("," + new string('x', 499) + ",", csv, StringComparison.Ordinal);
    }

    private static SheetRow[] Read(string csv, params Record[] records) =>
        [.. SheetImport.Read(csv, id => (records.Length > 0 ? records : Records).FirstOrDefault(record => record.Id == id), "ana", At)];

    private static async Task<string> ExportAsync(params Record[] records)
    {
        using var stream = new MemoryStream();
        await SheetExport.WriteAsync(records, stream, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
