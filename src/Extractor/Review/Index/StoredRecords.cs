using System.Globalization;
using System.Text.Json;

namespace Extract.Review.Index;

/// <summary>The records of rows, read from the run's file as it is now. Thread-safe but for <see cref="Look"/>, which one thread calls.</summary>
internal sealed class StoredRecords(string path, Stands stands) : IDisposable
{
    /// <summary>The file; null while a run has written none.</summary>
    public RecordsFile? File { get; private set; }

    /// <summary>Opens the file, and opens it anew where another stands in its place.</summary>
    public void Look()
    {
        if (!IsAnother()) return;
        (var old, File) = (File, new RecordsFile(path));
        old?.Dispose();
    }

    private bool IsAnother() => new FileInfo(path) is { Exists: true } now
        && (File is null || now.Length != File.Length || !File.Print.Contains(now.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    /// <summary>The record of a row as the run wrote it; null where the file is another one now.</summary>
    public Record? Line(Row row)
    {
        try
        {
            return File is { } file ? RecordJson.FromJson(file.Line(row.Start, row.Length)) : null;
        }
        catch (Exception e) when (e is JsonException or IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>The record of a row as it stands now; null where the file is another one now.</summary>
    public Record? Standing(Row row)
    {
        if (Line(row) is not { } line) return null;
        if (row.Parent is null) return line.Id == row.Id ? stands.Decisions(row.Id).Apply(line) : null;
        return stands.Parts(line, stands.Decisions(line.Id)).FirstOrDefault(part => part.Id == row.Id) is { } part ? stands.Decisions(part.Id).Apply(part) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => File?.Dispose();
}
