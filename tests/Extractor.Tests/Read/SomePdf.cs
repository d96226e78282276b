using System.Globalization;
using System.Text;

namespace Extract.Tests.Read;

/// <summary>Writes small PDF files by hand, so that a test says what stands where and nothing of the reader's own library is in it.</summary>
internal sealed class SomePdf
{
    private readonly List<string> _pages = [];
    private readonly List<List<string>> _annotations = [];
    private StringBuilder _page = new();

    /// <summary>Entries of the document information, such as <c>/Title (x)</c>.</summary>
    public string Information { get; init; } = "";

    /// <summary>An entry of the trailer more, such as <c>/Encrypt 9 0 R</c>.</summary>
    public string Trailer { get; init; } = "";

    /// <summary>Prints words with their left end at a place; the size of a letter is about half of the font's.</summary>
    public SomePdf At(double x, double y, string words, double size = 11, bool bold = false)
    {
        _page.Append(CultureInfo.InvariantCulture, $"BT /{(bold ? "F2" : "F1")} {size} Tf 1 0 0 1 {x} {y} Tm ({words.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)")}) Tj ET\n");
        return this;
    }

    /// <summary>Prints lines below each other.</summary>
    public SomePdf Lines(double x, double y, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            At(x, y, line);
            y -= 13;
        }
        return this;
    }

    /// <summary>A picture over the whole page.</summary>
    public SomePdf Picture()
    {
        _page.Append("q 595 0 0 842 0 0 cm /I1 Do Q\n");
        return this;
    }

    /// <summary>A link over a box.</summary>
    public SomePdf Link(double left, double bottom, double right, double top, string address)
    {
        while (_annotations.Count <= _pages.Count) _annotations.Add([]);
        _annotations[_pages.Count].Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Annot /Subtype /Link /Rect [{left} {bottom} {right} {top}] /A << /S /URI /URI ({address}) >> >>"));
        return this;
    }

    /// <summary>Begins another page.</summary>
    public SomePdf NewPage()
    {
        _pages.Add(_page.ToString());
        _page = new();
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        NewPage();
        while (_annotations.Count < _pages.Count) _annotations.Add([]);
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select((_, i) => $"{7 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream",
            $"<< {Information} >>",
        };
        for (var i = 0; i < _pages.Count; i++)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {8 + (2 * i)} 0 R /Annots [{string.Join(' ', _annotations[i])}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /I1 5 0 R >> >> >>");
            objects.Add($"<< /Length {Encoding.Latin1.GetByteCount(_pages[i])} >>\nstream\n{_pages[i]}\nendstream");
        }
        return Write(objects);
    }

    private byte[] Write(List<string> objects)
    {
        var (file, places) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 6 0 R {Trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
