namespace Extract.Text;

/// <summary>Finds the name that was meant.</summary>
internal static class Nearest
{
    /// <summary>"Did you mean “x”?" where a valid name is near, else the list of valid names.</summary>
    public static string Hint(string name, IEnumerable<string> valid)
    {
        var ranked = valid.Select(v => (Name: v, Distance: Distance(name, v))).OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal).ToArray();
        return ranked.Length > 0 && ranked[0].Distance <= Math.Max(2, name.Length / 3)
            ? $"Did you mean “{ranked[0].Name}”?" : $"Valid are {string.Join(", ", ranked.Select(pair => pair.Name).Order(StringComparer.Ordinal))}.";
    }

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
