namespace Extract.Run;

/// <summary>The tables of the run's state and the questions asked of them.</summary>
internal static class StateSchema
{
    public const string Mode = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;";

    public const string Version = "PRAGMA user_version";

    /// <summary>The version of these tables. A state of another one is begun anew: that costs time and nothing else.</summary>
    public const long ThisVersion = 5;

    public const string Drop = "DROP TABLE IF EXISTS runs; DROP TABLE IF EXISTS documents; DROP TABLE IF EXISTS records; DROP TABLE IF EXISTS texts; DROP TABLE IF EXISTS pages;";

    public const string Tables = """
        CREATE TABLE IF NOT EXISTS runs (number INTEGER PRIMARY KEY, began TEXT, noted TEXT, stage TEXT, total INTEGER, unchanged INTEGER, withRecords INTEGER,
          duplicates INTEGER, dropped INTEGER, failed INTEGER, rate REAL, megabytesPerSecond REAL, expected INTEGER);
        CREATE TABLE IF NOT EXISTS documents (input TEXT PRIMARY KEY, run INTEGER, source TEXT, content TEXT, foundBy TEXT, madeBy TEXT, bytes INTEGER, outcome TEXT, why TEXT,
          dropped TEXT, records INTEGER) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS documentsBySource ON documents (source);
        CREATE TABLE IF NOT EXISTS records (input TEXT, id TEXT, link TEXT, json TEXT, doubts TEXT, PRIMARY KEY (input, id)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS recordsById ON records (id);
        CREATE INDEX IF NOT EXISTS recordsByLink ON records (link);
        CREATE TABLE IF NOT EXISTS texts (input TEXT PRIMARY KEY, content TEXT, readBy TEXT, document BLOB);
        CREATE TABLE IF NOT EXISTS pages (input TEXT PRIMARY KEY, mediaType TEXT, charset TEXT, page BLOB);
        PRAGMA user_version = 5;
        """;

    public const string NextRun = "INSERT INTO runs (began, noted, stage) VALUES ($now, $now, $stage) RETURNING number";

    public const string LastRun = "SELECT * FROM runs ORDER BY number DESC LIMIT 1";

    public const string Note = """
        UPDATE runs SET noted = $now, stage = $stage, total = $total, unchanged = $unchanged, withRecords = $withRecords, duplicates = $duplicates, dropped = $dropped, failed = $failed,
          rate = $rate, megabytesPerSecond = $megabytesPerSecond, expected = $expected WHERE number = $run
        """;

    public const string TakeOver = "UPDATE documents SET run = $run WHERE run = $run - 1 AND outcome <> 'failed'";

    public const string IsOf = "SELECT 1 FROM documents WHERE input = $input AND run = $run";

    public const string Earlier = "SELECT outcome, madeBy, foundBy FROM documents WHERE input = $input AND content = $content AND outcome <> 'failed'";

    public const string RecordsOf = "SELECT json, doubts FROM records WHERE input = $input ORDER BY id";

    public const string Text = "SELECT document FROM texts WHERE input = $input AND content = $content AND readBy = $readBy";

    /// <summary>The document of a source as it was last read, from whichever input.</summary>
    public const string TextOfSource = "SELECT t.document FROM documents d JOIN texts t ON t.input = d.input WHERE d.source = $source ORDER BY d.run DESC, d.input LIMIT 1";

    public const string InputOfSource = "SELECT input FROM documents WHERE source = $source ORDER BY run DESC, input LIMIT 1";

    public const string PageOfSource = "SELECT p.mediaType, p.charset, p.page FROM documents d JOIN pages p ON p.input = d.input WHERE d.source = $source ORDER BY d.run DESC, d.input LIMIT 1";

    public const string PutPage = "INSERT OR REPLACE INTO pages VALUES ($input, $mediaType, $charset, $page)";

    public const string PutText = "INSERT OR REPLACE INTO texts VALUES ($input, $content, $readBy, $document)";

    public const string TouchAccepted = "UPDATE documents SET run = $run, madeBy = $madeBy WHERE input = $input";

    public const string PutAccepted = "UPDATE records SET json = $json WHERE input = $input AND id = $id";

    public const string Touch = "UPDATE documents SET run = $run WHERE input = $input";

    public const string LeftOut = "SELECT count(*) FROM documents WHERE run = $run - 1";

    public const string PutDocument = "INSERT OR REPLACE INTO documents VALUES ($input, $run, $source, $content, $foundBy, $madeBy, $bytes, $outcome, $why, $dropped, $records)";

    public const string DropRecords = "DELETE FROM records WHERE input = $input";

    public const string PutRecord = "INSERT OR REPLACE INTO records VALUES ($input, $id, $link, $json, $doubts)";

    // Two inputs may lead to one source (a redirect), or a source may have been captured twice, the second time with more: of records of one id the first by input is taken,
    // and a document whose content an earlier one has whole is a duplicate.
    private const string Current = "d.run = $run AND NOT EXISTS (SELECT 1 FROM records q JOIN documents e ON e.input = q.input WHERE q.id = r.id AND e.run = d.run AND q.input < r.input)";

    private const string IsFirst = "NOT EXISTS (SELECT 1 FROM documents e WHERE e.source = d.source AND e.content IS d.content AND e.run = d.run AND e.input < d.input)";

    public const string Records = $"SELECT r.json FROM records r JOIN documents d ON d.input = r.input WHERE {Current} ORDER BY r.id";

    public const string RecordOf = $"SELECT r.json FROM records r JOIN documents d ON d.input = r.input WHERE r.id = $id AND {Current}";

    // By the index of links from one shared link to the next: records that share none are not read, and none is sorted beyond its group.
    public const string Linkable = $"""
        SELECT r.id, r.link, r.json FROM records r JOIN documents d ON d.input = r.input WHERE {Current} AND r.link IN
          (SELECT r.link FROM records r JOIN documents d ON d.input = r.input WHERE {Current} GROUP BY r.link HAVING count(*) > 1) ORDER BY r.link, r.id
        """;

    public const string Documents = $"""
        SELECT d.input, d.source, d.outcome, d.why, d.dropped, d.records, {IsFirst} FROM documents d WHERE d.run = $run ORDER BY d.input
        """;

    public const string IdsOf = $"SELECT r.id, {Current} FROM records r JOIN documents d ON d.input = r.input WHERE r.input = $input ORDER BY r.id";
}
