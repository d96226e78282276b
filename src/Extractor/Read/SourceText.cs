namespace Extract.Read;

/// <summary>The characters of a source that is text.</summary>
internal static class SourceText
{
    /// <summary>The given string, or the decoded bytes, or the fault that there is no text in them.</summary>
    public static (string? Text, Fault? Fault) Of(Source source, string? declaredInside = null)
    {
        if (source.Text is { } given) return (given, null);
        var bytes = source.Bytes.Span;
        if (Binary.Kind(bytes) is { } kind) return (null, ReadFaults.Binary(source, kind));
        var (text, tried) = Decoding.Decode(bytes, source.Charset, declaredInside);
        return text is null ? (null, ReadFaults.Undecodable(source, tried)) : (text, null);
    }
}
