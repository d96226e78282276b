using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace Extract.Review.Index;

/// <summary>
/// Keeps the index: makes it in the background where there is none or the records are others now, follows the decisions, and makes anew what is damaged
/// or gone. Whatever is there meanwhile is answered with.
/// </summary>
internal sealed class IndexKeeper : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private readonly ReviewOptions _options;
    private readonly string _path;
    private readonly SemaphoreSlim _news = new(0);
    private readonly Lock _writing = new();
    private Database? _database;
    private RecordsFile? _file;
    private double _progress;
    private volatile bool _isCurrent;
    private string? _told;

    /// <summary>Opens what the index stands on; nothing is read yet. Throws <see cref="SettingsException"/> where it cannot.</summary>
    public IndexKeeper(ReviewOptions options, TimeProvider time)
    {
        _options = options;
        _path = Path.Combine(options.State, "review.db");
        Directory.CreateDirectory(options.State);
        Log = IndexFiles.Open(Path.Combine(options.State, "decided.db"), path => new DecisionLog(path, options.Decisions, options.Tell), options.Tell);
        Claims = new(Log, time);
        Stands = new(Log, options.Second);
        Index = new(_path);
        Open();
    }

    /// <summary>The lines of decisions.</summary>
    public DecisionLog Log { get; }

    /// <summary>Who holds what.</summary>
    public Claims Claims { get; }

    /// <summary>Where records stand.</summary>
    public Stands Stands { get; }

    /// <summary>What is asked.</summary>
    public RecordIndex Index { get; }

    /// <summary>How much of the index stands, 0 to 1; null where all does.</summary>
    public double? Indexing => _isCurrent ? null : Volatile.Read(ref _progress);

    /// <summary>The record of a row as the run wrote it; null where the file is another one now.</summary>
    public Record? Line(Row row)
    {
        try
        {
            return _file is { } file ? RecordJson.FromJson(file.Line(row.Start, row.Length)) : null;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>The record of a row as it stands now; null where the file is another one now.</summary>
    public Record? Standing(Row row)
    {
        if (Line(row) is not { } line) return null;
        if (row.Parent is null) return line.Id == row.Id ? Stands.Decisions(row.Id).Apply(line) : null;
        return Stands.Parts(line, Stands.Decisions(line.Id)).FirstOrDefault(part => part.Id == row.Id) is { } part ? Stands.Decisions(part.Id).Apply(part) : null;
    }

    /// <summary>How many records wait.</summary>
    public long Left => Index.Count(Review.Index.Standing.Open, Review.Index.Standing.Again, Review.Index.Standing.Unsure);

    /// <summary>The records that were decided on and that the index does not show yet.</summary>
    public HashSet<string> Changed()
    {
        var (_, last) = Log.Mark();
        var followed = long.TryParse(Index.Meta("decisions"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : _isCurrent ? 0 : last;
        return followed >= last ? [] : [.. Log.Touched(followed, last)];
    }

    /// <summary>Follows the decisions now, where the index stands and nobody else is at it; else it is done soon.</summary>
    public void Follow()
    {
        if (_isCurrent && _writing.TryEnter(Patience))
        {
            try
            {
                new IndexUpdater(_database!, _file!, Stands).Follow(CancellationToken.None);
                return;
            }
            catch (SqliteException e) when (!IndexFiles.IsDamage(e))
            {
                // Another process writes: it, or the next look, follows on.
            }
            finally
            {
                _writing.Exit();
            }
        }
        _news.Release();
    }

    /// <summary>Says that the index cannot be read; true where it will be made anew.</summary>
    public bool IsDamaged(SqliteException e)
    {
        if (!IndexFiles.IsDamage(e)) return false;
        // While it is being made whoever makes it finds out.
        if (_isCurrent && _writing.TryEnter(Patience))
        {
            try
            {
                if (_isCurrent) Remake(Messages.IndexDamaged(_path));
            }
            finally
            {
                _writing.Exit();
            }
        }
        _news.Release();
        return true;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Look(stoppingToken);
                _told = null;
            }
            catch (SqliteException e) when (IndexFiles.IsDamage(e))
            {
                lock (_writing) Remake(Messages.IndexDamaged(_path));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e)
            {
                // Whatever it is, the page goes on with what is there.
                Tell(Messages.IndexWaits(_path, e.Message));
            }
            await ((Task)_news.WaitAsync(Pause, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Look(CancellationToken cancellation)
    {
        Log.CatchUp();
        Claims.Lapse();
        lock (_writing)
        {
            if (!File.Exists(_path)) Remake(Messages.IndexGone(_path));
            if (IsAnother()) Swap(new RecordsFile(_options.Records));
            _isCurrent = Current(_database!) == _file!.Print;
            if (_isCurrent) new IndexUpdater(_database!, _file, Stands).Follow(cancellation);
            else Build(cancellation);
        }
    }

    private bool IsAnother() =>
        new FileInfo(_options.Records) is { Exists: true } now && (_file is null || now.Length != _file.Length || !_file.Print.Contains(now.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private void Build(CancellationToken cancellation)
    {
        using var mine = IndexFiles.Lock(_path);
        if (mine is null)
        {
            Volatile.Write(ref _progress, double.TryParse(Meta(_database!, "progress"), CultureInfo.InvariantCulture, out var progress) ? progress : 0);
            return;
        }
        if (Current(_database!) == _file!.Print) return;
        new IndexBuilder(_database!, _file, Stands, progress => Volatile.Write(ref _progress, progress), Tell).Build(cancellation);
        _isCurrent = true;
        _news.Release();
    }

    private static string? Current(Database database) => Meta(database, "version") == IndexSchema.Version ? Meta(database, "records") : null;

    private static string? Meta(Database database, string key) => (string?)database.Value(IndexSchema.Meta, ("$key", key));

    private void Open()
    {
        _database = IndexFiles.Open(_path, path => new Database(path, IndexSchema.Tables), Tell);
        if (!File.Exists(_options.Records)) return;
        _file = new(_options.Records);
        _isCurrent = Current(_database) == _file.Print;
    }

    private void Remake(string why)
    {
        Tell(why);
        _isCurrent = false;
        _database?.Dispose();
        Index.Reset();
        IndexFiles.Delete(_path);
        _database = new(_path, IndexSchema.Tables);
    }

    // Whoever reads of the old one has its handle yet.
    private void Swap(RecordsFile file)
    {
        (var old, _file) = (_file, file);
        old?.Dispose();
    }

    // Each trouble once, not each second.
    private void Tell(string what)
    {
        if (what != _told) _options.Tell(what);
        _told = what;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        lock (_writing)
        {
            _database?.Dispose();
            Index.Reset();
            _file?.Dispose();
        }
        Log.Dispose();
        _news.Dispose();
    }
}
