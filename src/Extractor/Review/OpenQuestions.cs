using System.Collections.Immutable;
using System.Globalization;

namespace Extract.Review;

/// <summary>Which questions of a record are left once some of its fields were changed.</summary>
internal static class OpenQuestions
{
    /// <summary>
    /// The questions of the record as shown less those that ask of a changed field; one that asks of a value of a list follows it to its new place.
    /// Changes that write the questions themselves are taken at their word.
    /// </summary>
    public static ImmutableArray<Question> Left(Record shown, Record decided, ImmutableArray<PatchOperation> changes)
    {
        if (changes.Any(change => change.Path == "/questions" || change.Path.StartsWith("/questions/", StringComparison.Ordinal))) return decided.Questions;
        var left = shown.Questions.ToList();
        foreach (var change in changes)
            for (var i = left.Count - 1; i >= 0; i--)
                if (After(left[i].Field, change) is { } field) left[i] = left[i] with { Field = field };
                else left.RemoveAt(i);
        return [.. left];
    }

    // The field of a question after a change, or null where the change answers it.
    private static string? After(string field, PatchOperation change)
    {
        if (Moved(field, change) is { } moved) return moved;
        return IsWithin(field, change.Path) || IsWithin(change.Path, field) ? null : field;
    }

    // A value that was taken out of a list or put into it moves those behind it; null where the change is not of that kind, or meets the value itself.
    private static string? Moved(string field, PatchOperation change)
    {
        if (change.Op == "replace") return null;
        var (at, asked) = (change.Path.Split('/'), field.Split('/'));
        if (at.Length != 3 || asked.Length < 3 || asked[1] != at[1]) return null;
        if (!Index(at[2], out var changed) || !Index(asked[2], out var place)) return change.Op == "add" ? field : null;
        if (change.Op == "remove" && place == changed) return null;
        if (place >= changed) asked[2] = (place + (change.Op == "add" ? 1 : -1)).ToString(CultureInfo.InvariantCulture);
        return string.Join('/', asked);
    }

    private static bool Index(string step, out int at) => int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out at);

    private static bool IsWithin(string inner, string outer) => inner == outer || (inner.StartsWith(outer, StringComparison.Ordinal) && inner[outer.Length] == '/');
}
