using System.Globalization;

namespace Extract.Review.Index;

/// <summary>Where records stand by the decisions of now.</summary>
/// <param name="log">The decisions.</param>
/// <param name="second">The share of records that a second person reads.</param>
internal sealed class Stands(DecisionLog log, double second)
{
    private HashSet<string> _decided = [], _parts = [];

    /// <summary>How far one follows the decisions.</summary>
    public (long Generation, long Last) Mark() => log.Mark();

    /// <summary>Learns which records were decided on at all.</summary>
    public void Prepare() => (_decided, _parts) = (log.Decided(), log.Parts());

    /// <summary>True where anybody had decided on it by then.</summary>
    public bool IsDecided(string record) => _decided.Contains(record) || _parts.Contains(record);

    /// <summary>True where it was split from another by then, whether or not that still holds.</summary>
    public bool IsPart(string record) => _parts.Contains(record);

    /// <summary>The records that people made by splitting one.</summary>
    public List<string> PartsOf(string record) => log.PartsOf(record);

    /// <summary>The records of which lines after one mark, up to another, speak, and their parts.</summary>
    public IEnumerable<string> Touched(long after, long until) => log.Touched(after, until).SelectMany(record => log.PartsOf(record).Prepend(record)).Distinct(StringComparer.Ordinal);

    /// <summary>True where two people read the record: the same records in every process and after every run.</summary>
    public bool IsSecond(string record) => second > 0 && WordHash.Of(record) < second * ulong.MaxValue;

    /// <summary>What people decided of a record.</summary>
    public Decisions Decisions(string record) => new(log.History(record));

    /// <summary>The record as the run wrote it and the parts that were split from it since, each with where it stands; the second says from which record it was split.</summary>
    public IEnumerable<(Stand Stand, string? Parent)> Of(Record line)
    {
        var decisions = Decisions(line.Id);
        if (decisions.IsGone(line.Id)) yield break;
        yield return (Stand.Of(line, decisions, IsSecond(line.Id)), null);
        foreach (var part in Parts(line, decisions)) yield return (Stand.Of(part, Decisions(part.Id), IsSecond(part.Id)), line.Id);
    }

    /// <summary>The parts that were split from a record since the run wrote it.</summary>
    public IEnumerable<Record> Parts(Record line, Decisions decisions)
    {
        // What a part was split into in its turn is known by the part's own decisions.
        var (waiting, seen) = (new Queue<Record>(decisions.ApplyAll(line).Skip(1)), new HashSet<string>(StringComparer.Ordinal) { line.Id });
        while (waiting.TryDequeue(out var part))
        {
            if (!seen.Add(part.Id)) continue;
            yield return part;
            foreach (var further in Decisions(part.Id).ApplyAll(part).Skip(1)) waiting.Enqueue(further);
        }
    }

    /// <summary>Notes in an index how far it follows the decisions, and by which share.</summary>
    public void Note(Database database, (long Generation, long Last) mark)
    {
        database.Run(IndexSchema.PutMeta, ("$key", "decisions"), ("$value", mark.Last.ToString(CultureInfo.InvariantCulture)));
        database.Run(IndexSchema.PutMeta, ("$key", "generation"), ("$value", Generation(mark)));
    }

    /// <summary>What must be the same for an index to follow on.</summary>
    public string Generation((long Generation, long Last) mark) => string.Create(CultureInfo.InvariantCulture, $"{mark.Generation} {second}");
}
