namespace Extract.Review.Index;

/// <summary>The tables of <c>decided.db</c>: which line of which file of decisions speaks of which record, and who holds which record now. It can be deleted at the cost of time.</summary>
internal static class DecisionSchema
{
    public const string Tables = """
        CREATE TABLE IF NOT EXISTS files (name TEXT PRIMARY KEY, read INTEGER, tail TEXT);
        CREATE TABLE IF NOT EXISTS lines (number INTEGER PRIMARY KEY AUTOINCREMENT, decision TEXT, record TEXT, file TEXT, start INTEGER, length INTEGER, at INTEGER, reviewer TEXT, status TEXT, batch TEXT, undoes TEXT);
        CREATE INDEX IF NOT EXISTS linesByRecord ON lines (record, number);
        CREATE INDEX IF NOT EXISTS linesByDecision ON lines (decision);
        CREATE INDEX IF NOT EXISTS linesByFile ON lines (file);
        CREATE INDEX IF NOT EXISTS linesByBatch ON lines (batch) WHERE batch IS NOT NULL;
        CREATE INDEX IF NOT EXISTS linesByUndoes ON lines (undoes) WHERE undoes IS NOT NULL;
        CREATE INDEX IF NOT EXISTS linesByReviewer ON lines (reviewer, at);
        CREATE TABLE IF NOT EXISTS parts (part TEXT, record TEXT, file TEXT, PRIMARY KEY (part, record, file)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS partsByRecord ON parts (record);
        CREATE INDEX IF NOT EXISTS partsByFile ON parts (file);
        CREATE TABLE IF NOT EXISTS claims (record TEXT PRIMARY KEY, reviewer TEXT, until INTEGER) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS anew (number INTEGER PRIMARY KEY AUTOINCREMENT);
        """;

    public const string Files = "SELECT name, read, tail FROM files";
    public const string PutFile = "INSERT OR REPLACE INTO files VALUES ($name, $read, $tail)";
    public const string DropFile = "DELETE FROM files WHERE name = $name";
    public const string DropLines = "DELETE FROM lines WHERE file = $name";
    public const string DropParts = "DELETE FROM parts WHERE file = $name";
    public const string PutPart = "INSERT OR IGNORE INTO parts VALUES ($part, $record, $file)";
    public const string Parts = "SELECT DISTINCT part FROM parts";
    public const string PartsOf = "SELECT DISTINCT part FROM parts WHERE record = $record";
    public const string PutLine = """
        INSERT INTO lines (decision, record, file, start, length, at, reviewer, status, batch, undoes)
        VALUES ($decision, $record, $file, $start, $length, $at, $reviewer, $status, $batch, $undoes)
        """;

    /// <summary>How often lines went: whoever followed the numbers begins anew then.</summary>
    public const string Anew = "INSERT INTO anew DEFAULT VALUES";
    /// <summary>By what the file is known: the first number is drawn when it is made, so that whoever followed another file begins anew with this one.</summary>
    public const string Born = "INSERT INTO anew (number) SELECT $number WHERE NOT EXISTS (SELECT 1 FROM anew)";
    public const string Birth = "SELECT coalesce(min(number), 0) FROM anew";
    public const string Generation = "SELECT coalesce(max(number), 0) FROM anew";
    public const string Last = "SELECT coalesce(max(number), 0) FROM lines";

    // All lines of a record and of those that it was split from, and the lines that undo one of them.
    private const string Family = """
        WITH RECURSIVE family (record) AS (SELECT $record UNION SELECT p.record FROM parts p JOIN family f ON p.part = f.record),
          own AS (SELECT l.number, l.decision, l.batch FROM family f JOIN lines l ON l.record = f.record)
        """;
    private const string OfFamily = """
        FROM lines WHERE number IN (
          SELECT number FROM own
          UNION SELECT u.number FROM own o JOIN lines u ON u.undoes = o.decision
          UNION SELECT u.number FROM own o JOIN lines u ON u.undoes = o.batch WHERE o.batch IS NOT NULL)
        """;
    public const string History = $"{Family} SELECT file, start, length {OfFamily} ORDER BY number";
    public const string LastAt = $"{Family} SELECT coalesce(max(at), 0) {OfFamily}";

    /// <summary>The records of which lines after a number speak, also by undoing.</summary>
    public const string Touched = """
        SELECT record FROM lines WHERE number > $after AND number <= $until AND record IS NOT NULL
        UNION SELECT l.record FROM lines u JOIN lines l ON l.decision = u.undoes WHERE u.number > $after AND u.number <= $until
        UNION SELECT l.record FROM lines u JOIN lines l ON l.batch = u.undoes WHERE u.number > $after AND u.number <= $until
        """;

    public const string Decided = "SELECT DISTINCT record FROM lines WHERE record IS NOT NULL";
    public const string RecordsOf = "SELECT DISTINCT record FROM lines WHERE (decision = $id OR batch = $id) AND record IS NOT NULL";
    public const string Undone = "SELECT 1 FROM lines WHERE undoes = $id OR undoes = (SELECT batch FROM lines WHERE decision = $id) LIMIT 1";
    public const string ReadByTwo = """
        SELECT record FROM lines WHERE record IS NOT NULL AND batch IS NULL AND status IN ('reviewed', 'rejected')
        GROUP BY record HAVING count(DISTINCT reviewer) > 1 ORDER BY max(number) DESC LIMIT 2000
        """;
    public const string Times = "SELECT DISTINCT at FROM lines WHERE reviewer = $reviewer AND at >= $since AND status <> 'undone' ORDER BY at";

    public const string Take = """
        INSERT INTO claims VALUES ($record, $reviewer, $until)
        ON CONFLICT (record) DO UPDATE SET reviewer = excluded.reviewer, until = excluded.until WHERE reviewer = excluded.reviewer OR until <= $now
        """;
    public const string Claim = "SELECT reviewer, until FROM claims WHERE record = $record AND until > $now";
    public const string Claims = "SELECT record, reviewer FROM claims WHERE until > $now";
    public const string Release = "DELETE FROM claims WHERE record = $record AND reviewer = $reviewer";
    public const string Lapse = "DELETE FROM claims WHERE until <= $now";
}
