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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly ReviewOptions _options;
    private readonly string _path;
    private readonly SemaphoreSlim _news = new(0);
    private readonly Lock _writing = new();
    private Database? _database;
    private double _progress;
    private volatile bool _isCurrent;
    private bool _isMerged;
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
        Records = new(options.Records, Stands);
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

    /// <summary>The records themselves.</summary>
    public StoredRecords Records { get; }

    /// <summary>How much of the index stands, 0 to 1; null where all does.</summary>
    public double? Indexing => _isCurrent ? null : Volatile.Read(ref _progress);

    /// <summary>How many records wait.</summary>
    public long Left => Index.Count(Review.Index.Standing.Open, Review.Index.Standing.Again, Review.Index.Standing.Unsure);

    /// <summary>The same for whoever has just decided: null where the index cannot say it now, since the decision is on the disk all the same.</summary>
    public long? LeftOrNull()
    {
        try
        {
            return Left;
        }
        catch (DamagedException e)
        {
            Mend(e);
            return null;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>The record that stands next before or after one in its document, or null; one that went into another is none any more.</summary>
    public Row? Neighbour(Row row, bool isAfter) => Index.Neighbour(row, isAfter, other => Stands.Decisions(other.Id).Holding(other.Id)?.Into is not null);

    /// <summary>The records that were decided on and that the index does not show yet.</summary>
    public HashSet<string> Changed()
    {
        var (_, last) = Log.Mark();
        var followed = long.TryParse(Index.Meta("decisions"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : _isCurrent ? 0 : last;
        return followed >= last ? [] : [.. Log.Touched(followed, last)];
    }

    /// <summary>Lets the index follow the decisions, and waits a moment for it: what takes longer is done soon, and <see cref="Changed"/> tells meanwhile.</summary>
    public void Follow()
    {
        if (_isCurrent) Task.Run(FollowNow).Wait(Patience);
        else _news.Release();
    }

    private void FollowNow()
    {
        if (!_writing.TryEnter(Patience))
        {
            _news.Release();
            return;
        }
        try
        {
            // Right after a run another process may have made the index of the new records, while the old ones are open here.
            if (_isCurrent && Records.File is { } file && Current(_database!) == file.Print) new IndexUpdater(_database!, file, Stands).Follow(CancellationToken.None);
            else _news.Release();
        }
        catch (Exception)
        {
            // Another process writes, or something is at fault: the next look follows on, and tells. The decision is on the disk, whatever it is.
            _news.Release();
        }
        finally
        {
            _writing.Exit();
        }
    }

    /// <summary>Makes anew what cannot be read.</summary>
    public void Mend(DamagedException e)
    {
        // While it is being made whoever makes it finds out.
        if (!e.IsMended && _isCurrent && _writing.TryEnter(Patience))
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
            catch (DamagedException e)
            {
                Mend(e);
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
        Log.Look();
        Log.CatchUp();
        Claims.Lapse();
        lock (_writing)
        {
            if (!File.Exists(_path)) Remake(Messages.IndexGone(_path));
            Records.Look();
            if (Records.File is not { } file) return;
            _isCurrent = Current(_database!) == file.Print;
            if (!_isCurrent) Build(file, cancellation);
            else if (!new IndexUpdater(_database!, file, Stands).Follow(cancellation) && !_isMerged) Merge();
        }
    }

    // The index comes in many pieces: they are joined while nothing else is to do, a little at a time, so that no decision waits while SQLite joins all at once.
    private void Merge()
    {
        _isMerged = Meta(_database!, "merged") == "yes" || IndexBuilder.Merge(_database!);
        if (!_isMerged) _news.Release();
    }

    private void Build(RecordsFile file, CancellationToken cancellation)
    {
        using var mine = IndexFiles.Lock(_path);
        if (mine is null)
        {
            // Another process is making it, and tells its own page how far it is.
            Volatile.Write(ref _progress, 0);
            return;
        }
        if (Current(_database!) == file.Print) return;
        new IndexBuilder(_database!, file, Stands, progress => Volatile.Write(ref _progress, progress), Tell).Build(cancellation);
        (_isCurrent, _isMerged) = (true, false);
        _news.Release();
    }

    private static string? Current(Database database) => Meta(database, "version") == IndexSchema.Version ? Meta(database, "records") : null;

    private static string? Meta(Database database, string key) => (string?)database.Value(IndexSchema.Meta, ("$key", key));

    private void Open()
    {
        _database = IndexFiles.Open(_path, path => new Database(path, IndexSchema.Tables), Tell);
        Records.Look();
        _isCurrent = Records.File is { } file && Current(_database) == file.Print;
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
            Records.Dispose();
        }
        Log.Dispose();
        _news.Dispose();
    }
}
