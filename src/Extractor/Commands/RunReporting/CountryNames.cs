using System.Globalization;

namespace Extract.Commands.RunReporting;

/// <summary>Countries in English.</summary>
internal static class CountryNames
{
    /// <summary>The name of a code; the code itself where the system knows none.</summary>
    public static string Of(string? code)
    {
        if (code is not { Length: 2 }) return code ?? "";
        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            return code;
        }
    }
}
