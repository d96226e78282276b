using System.Text;

namespace Extract.Tag.Places;

/// <summary>How English writes the names of places.</summary>
internal static class PlaceNames
{
    // Macron, dot, macron, breve and comma below, and the half rings of romanized scripts; cedillas only below letters that no Latin alphabet puts them under.
    private const string Romanization = "\u0304\u0323\u0331\u032E\u02BF\u02BE\u02BB\u02BC‘";

    /// <summary>The name without the marks of romanization, which English leaves out ("Hyderābād" is Hyderabad); marks of Latin alphabets stay ("São Paulo").</summary>
    public static string English(string name)
    {
        if (Ascii.IsValid(name)) return name;
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
            if (!Romanization.Contains(c, StringComparison.Ordinal) && !(c == '\u0327' && plain.Length > 0 && plain[^1] is 'h' or 'H' or 'z' or 'Z' or 'd' or 'D')) plain.Append(c);
        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>True where words carry marks that the name does not have: "Café" is not the town of Cafe.</summary>
    public static bool IsMarkedOtherwise(string words, string name) =>
        !Ascii.IsValid(words) && !string.Equals(English(words), name, StringComparison.OrdinalIgnoreCase)
        && string.Equals(Text.Folding.Fold(words), Text.Folding.Fold(name), StringComparison.Ordinal);
}
