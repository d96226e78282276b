using System.Security.Cryptography;

namespace Extract.Fetch;

/// <summary>Reads a file as a source.</summary>
internal static class FileSource
{
    public static async Task<FetchResult> ReadAsync(Input input, long maxBytes, CancellationToken cancellation)
    {
        try
        {
            if (!RegularFiles.IsRegular(input.Location)) return new(null, FetchFaults.NoFile(input));
            var file = new FileInfo(input.Location);
            if (file.Exists && file.Length > maxBytes) return new(null, FetchFaults.TooLarge(input, file.Length, maxBytes));
            var bytes = await File.ReadAllBytesAsync(input.Location, cancellation);
            var type = MediaTypes.OfFile(input.Location, bytes);
            return MediaTypes.MayBeDocument(type) ? new(Source(input, bytes, type)) : new(null, null, new Dropped(null, $"no document: {type}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, FetchFaults.Unreadable(input, e));
        }
    }

    private static Source Source(Input input, byte[] bytes, string type)
    {
        var sidecar = Sidecar.Beside(input.Location);
        return new()
        {
            Id = input.Name,
            Uri = input.Name,
            Address = sidecar.Address,
            Bytes = bytes,
            MediaType = type,
            Published = input.Published ?? sidecar.Published,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        };
    }
}
