using System.Globalization;
using System.Text;

namespace Extract.Read.Pdf;

/// <summary>
/// Mends a PDF file that was cut off: the table that says where its objects stand is at its end and went with it. Objects that stand in the file as they are
/// get a new one; compressed ones are lost.
/// </summary>
internal static class PdfRepair
{
    private const int MostObjects = 1_000_000;

    /// <summary>The file with a table of the objects that are there; null where it holds no catalog of pages.</summary>
    public static byte[]? Mend(ReadOnlySpan<byte> bytes)
    {
        var (places, catalog) = (new SortedDictionary<int, int>(), 0);
        for (var at = 0; places.Count < MostObjects && bytes[at..].IndexOf(" obj"u8) is >= 0 and var found; at += found + 4)
        {
            if (Number(bytes, at + found) is not var (number, start)) continue;
            places[number] = start; // a later one of the same number replaces it
            var head = bytes.Slice(at + found + 4, Math.Min(400, bytes.Length - at - found - 4));
            var end = head.IndexOf("endobj"u8);
            if (end > 0) head = head[..end];
            if (head.IndexOf("/Catalog"u8) > 0 && head.IndexOf("/Pages"u8) > 0) catalog = number;
        }
        return catalog == 0 ? null : [.. bytes, .. Table(places, catalog, bytes.Length + Close.Length)];
    }

    // What was cut in the middle of its stream must have an end.
    private const string Close = "\nendstream\nendobj\n";

    // "12 0" before " obj": the number, and where it begins.
    private static (int Number, int Start)? Number(ReadOnlySpan<byte> bytes, int end)
    {
        var at = end;
        while (at > 0 && char.IsAsciiDigit((char)bytes[at - 1])) at--;
        if (at == end || at < 2 || bytes[at - 1] != ' ') return null;
        var (stop, start) = (at - 1, at - 1);
        while (start > 0 && char.IsAsciiDigit((char)bytes[start - 1])) start--;
        return int.TryParse(bytes[start..stop], CultureInfo.InvariantCulture, out var number) && number > 0 ? (number, start) : null;
    }

    private static byte[] Table(SortedDictionary<int, int> places, int catalog, int start)
    {
        var table = new StringBuilder(Close).Append("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, place) in places) table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{place:D10} 00000 n \n");
        table.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {places.Keys.Last() + 1} /Root {catalog} 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(table.ToString());
    }
}
