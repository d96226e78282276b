namespace Extract.Read.Pdf;

/// <summary>Spells out the letters that fonts draw as one, so that words are found, and takes out what is no character.</summary>
internal static class Ligatures
{
    public static string Spell(string word)
    {
        var plain = true;
        foreach (var c in word) plain &= c is > ' ' and (< '\u007f' or (> '\u009f' and < '\ufb00')) && !char.IsSurrogate(c);
        return plain ? word : string.Concat(word.Select(Spell)).Trim();
    }

    private static string Spell(char c) => c switch
    {
        '\ufb00' => "ff",
        '\ufb01' => "fi",
        '\ufb02' => "fl",
        '\ufb03' => "ffi",
        '\ufb04' => "ffl",
        '\ufb05' or '\ufb06' => "st",
        _ when char.IsControl(c) => "",
        _ => c.ToString(),
    };
}
