using System.Buffers.Binary;
using System.Text;

namespace Extract.Tools.Gazetteer;

/// <summary>Writes the four files of a gazetteer; the same atlas gives the same bytes.</summary>
internal static class GazetteerWriter
{
    /// <summary>Writes them into a folder.</summary>
    public static void Write(Atlas atlas, string folder)
    {
        Directory.CreateDirectory(folder);
        var entries = atlas.Countries.Concat(atlas.Regions.Select(region => region.Entry)).Concat(atlas.Cities).ToArray();
        if (entries.Length > GazetteerFormat.EntryMask) throw new InvalidOperationException("more entries than a reference can number");
        File.WriteAllBytes(Path.Combine(folder, "keys.bin"), Keys(atlas));
        File.WriteAllBytes(Path.Combine(folder, "refs.bin"), Refs(atlas));
        File.WriteAllBytes(Path.Combine(folder, "entries.bin"), Entries(atlas, entries));
        File.WriteAllBytes(Path.Combine(folder, "names.bin"), Encoding.UTF8.GetBytes(string.Concat(entries.Select(entry => entry.Name))));
    }

    private static byte[] Keys(Atlas atlas)
    {
        var format = new GazetteerFormat(atlas.Countries.Count, atlas.Regions.Count, atlas.Cities.Count, atlas.Names.Count);
        var bytes = new byte[format.Length];
        format.Write(bytes);
        Encoding.ASCII.GetBytes(string.Concat(atlas.Countries.Select(country => country.Country))).CopyTo(bytes, GazetteerFormat.HeaderBytes);
        var place = 0;
        for (var bucket = 0; bucket <= GazetteerFormat.Buckets; bucket++)
        {
            while (place < atlas.Names.Count && (int)(atlas.Names[place].Key >> 48) < bucket) place++;
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(format.BucketsAt + (bucket * 4)), place);
        }
        foreach (var beginning in atlas.Beginnings)
        {
            var (first, second) = GazetteerFormat.BloomPair(beginning);
            foreach (var bit in new[] { first, second }) bytes[format.BloomAt + (int)(bit >> 3)] |= (byte)(1 << (int)(bit & 7));
        }
        for (var i = 0; i < atlas.Names.Count; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(format.RestsAt + (i * 4)), (uint)(atlas.Names[i].Key >> 16));
        return bytes;
    }

    private static byte[] Refs(Atlas atlas)
    {
        var bytes = new byte[atlas.Names.Count * 3];
        for (var i = 0; i < atlas.Names.Count; i++)
            Write24(bytes.AsSpan(i * 3), atlas.Names[i].Entry | ((int)atlas.Names[i].Traits << GazetteerFormat.EntryBits));
        return bytes;
    }

    private static byte[] Entries(Atlas atlas, Entry[] entries)
    {
        var countries = atlas.Countries.Select((country, i) => (country.Country, i)).ToDictionary();
        var regions = atlas.Regions.Select((region, i) => ($"{region.Entry.Country} {region.Entry.Name}", i)).DistinctBy(pair => pair.Item1).ToDictionary();
        var (bytes, name) = (new byte[entries.Length * GazetteerFormat.EntryBytes], 0);
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            var at = bytes.AsSpan(i * GazetteerFormat.EntryBytes, GazetteerFormat.EntryBytes);
            BinaryPrimitives.WriteInt32LittleEndian(at, entry.Id);
            BinaryPrimitives.WriteInt32LittleEndian(at[4..], entry.Population);
            Write24(at[8..], (int)Math.Round((entry.Latitude + 90) * GazetteerFormat.DegreeScale));
            Write24(at[11..], (int)Math.Round((entry.Longitude + 180) * GazetteerFormat.DegreeScale));
            BinaryPrimitives.WriteUInt16LittleEndian(at[14..], (ushort)(entry.Region is null ? GazetteerFormat.NoRegion : regions[$"{entry.Country} {entry.Region}"]));
            at[16] = (byte)countries[entry.Country];
            Write24(at[17..], name);
            name += Encoding.UTF8.GetByteCount(entry.Name);
        }
        return bytes;
    }

    private static void Write24(Span<byte> bytes, int value) => (bytes[0], bytes[1], bytes[2]) = ((byte)value, (byte)(value >> 8), (byte)(value >> 16));
}
