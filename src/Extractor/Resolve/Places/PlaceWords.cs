using System.Collections.Frozen;
using Extract.Text;

namespace Extract.Resolve.Places;

/// <summary>Words that place resolution knows by themselves.</summary>
internal static class PlaceWords
{
    /// <summary>Words of street addresses.</summary>
    public static FrozenSet<ulong> Streets { get; } = Of("street st avenue ave road rd boulevard blvd drive dr lane ln way highway hwy plaza square suite floor room building rue strasse straße platz weg via calle avenida rua hall hotel center centre auditorium campus");

    private static FrozenSet<ulong> Of(string words) => words.Split(' ').Select(word => Folding.Hash(word)).ToFrozenSet();
}
