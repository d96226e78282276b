namespace Extract.Rules;

/// <summary>Finds the name that was meant.</summary>
public static class Nearest
{
    /// <summary>"Did you mean “x”?" where a valid name is near, else the list of valid names, in the order in which they are given.</summary>
    public static string Hint(string name, IEnumerable<string> valid)
    {
        ArgumentNullException.ThrowIfNull(name);
        var names = valid.ToArray();
        var ranked = names.Select(v => (Name: v, Distance: Distance(name, v))).OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal).ToArray();
        return ranked.Length > 0 && ranked[0].Distance <= Math.Max(2, name.Length / 3)
            ? $"Did you mean “{ranked[0].Name}”?" : $"Valid are {string.Join(", ", names)}.";
    }

    /// <summary>The number of letters to insert, remove or change (Levenshtein 1966).</summary>
    public static int Distance(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], next);
            }
        }
        return row[^1];
    }
}
