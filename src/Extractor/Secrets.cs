using System.Collections.Immutable;

namespace Extract;

/// <summary>What headers and web addresses took from the environment (<c>${NAME}</c>): nothing that is written or shown may hold one.</summary>
/// <param name="Values">Name and value, the longest value first, so that one that holds another goes first.</param>
public sealed record Secrets(ImmutableArray<(string Name, string Value)> Values)
{
    /// <summary>Nothing came from the environment.</summary>
    public static Secrets None { get; } = new([]);

    /// <summary>These and one more; an empty value hides nothing.</summary>
    public Secrets With(string name, string value) =>
        value.Length == 0 || Values.Contains((name, value)) ? this : new([.. Values.Add((name, value)).OrderByDescending(pair => pair.Value.Length)]);

    /// <summary>The text with every value in the form <c>${NAME}</c> again, also where an address has it percent-encoded.</summary>
    public string Redact(string text)
    {
        foreach (var (name, value) in Values)
            text = text.Replace(value, $"${{{name}}}", StringComparison.Ordinal).Replace(Uri.EscapeDataString(value), $"${{{name}}}", StringComparison.Ordinal);
        return text;
    }

    /// <summary>Names only: a record's text is shown.</summary>
    public override string ToString() => string.Join(", ", Values.Select(pair => pair.Name));
}
