using System.Collections.Immutable;

namespace Extract.Review.Wording;

/// <summary>Where words stand in a record's text.</summary>
internal static class Places
{
    /// <summary>All places of the words as whole words, as [start, end] in the document; if the letters' case does not meet anywhere, whatever their case.</summary>
    public static ImmutableArray<ImmutableArray<int>> Of(string words, Record record)
    {
        var exact = Of(words, record, StringComparison.Ordinal);
        return exact.IsEmpty ? Of(words, record, StringComparison.OrdinalIgnoreCase) : exact;
    }

    /// <summary>A finding at the first of the places, with the others as further ones.</summary>
    public static T At<T>(T finding, ImmutableArray<ImmutableArray<int>> places, Record record) where T : Finding => finding with
    {
        Start = places[0][0],
        End = places[0][1],
        Text = record.Text[(places[0][0] - record.Start)..(places[0][1] - record.Start)],
        Also = places.Length > 1 ? places[1..] : null,
        Inherited = null,
    };

    private static ImmutableArray<ImmutableArray<int>> Of(string words, Record record, StringComparison comparison)
    {
        var places = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        if (words.Length == 0) return [];
        for (var at = record.Text.IndexOf(words, comparison); at >= 0 && at + words.Length <= record.Text.Length; at = record.Text.IndexOf(words, at + words.Length, comparison))
            if (IsWhole(record.Text, at, at + words.Length)) places.Add([record.Start + at, record.Start + at + words.Length]);
        return places.ToImmutable();
    }

    private static bool IsWhole(string text, int start, int end) =>
        !(start > 0 && char.IsLetterOrDigit(text[start - 1]) && char.IsLetterOrDigit(text[start])) && !(end < text.Length && char.IsLetterOrDigit(text[end - 1]) && char.IsLetterOrDigit(text[end]));
}
