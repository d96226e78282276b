namespace Extract.Review.Index;

/// <summary>The tables of <c>review.db</c>. It can be deleted at the cost of time.</summary>
internal static class IndexSchema
{
    /// <summary>Another number means other tables: the index is made anew.</summary>
    public const string Version = "2";

    // Contentless: the words stand in the records' file. Without positions: a search asks for records that have all words, and the index is a third as large.
    public const string Tables = """
        CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS records (rank INTEGER PRIMARY KEY, id TEXT, start INTEGER, length INTEGER, document INTEGER, place INTEGER, title TEXT, source TEXT, confidence REAL, ask TEXT,
          status TEXT, standing INTEGER, reviewer TEXT, facets TEXT, parent TEXT);
        CREATE TABLE IF NOT EXISTS facets (number INTEGER PRIMARY KEY, kind TEXT, value TEXT, total INTEGER, waiting INTEGER);
        CREATE TABLE IF NOT EXISTS counts (standing INTEGER PRIMARY KEY, total INTEGER);
        CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (text, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 remove_diacritics 2 tokenchars '_'");
        """;

    /// <summary>Made when the rows are there, which is faster.</summary>
    public const string Indexes = """
        CREATE UNIQUE INDEX IF NOT EXISTS recordsById ON records (id);
        CREATE INDEX IF NOT EXISTS recordsByDocument ON records (document, place);
        CREATE INDEX IF NOT EXISTS recordsByReviewer ON records (reviewer) WHERE reviewer IS NOT NULL;
        CREATE INDEX IF NOT EXISTS recordsByParent ON records (parent) WHERE parent IS NOT NULL;
        CREATE INDEX IF NOT EXISTS facetsByValue ON facets (kind, value);
        """;

    public const string Drop = "DROP TABLE IF EXISTS meta; DROP TABLE IF EXISTS records; DROP TABLE IF EXISTS facets; DROP TABLE IF EXISTS counts; DROP TABLE IF EXISTS words;";
    public const string MoreMemory = "INSERT INTO words (words, rank) VALUES ('hashsize', 16777216)";
    public const string Merge = "INSERT INTO words (words, rank) VALUES ('merge', $pages)";
    public const string Changes = "SELECT total_changes()";

    public const string Meta = "SELECT value FROM meta WHERE key = $key";
    public const string PutMeta = "INSERT OR REPLACE INTO meta VALUES ($key, $value)";

    public const string PutRecord = """
        INSERT INTO records VALUES ($rank, $id, $start, $length, $document, $place, $title, $source, $confidence, $ask, $status, $standing, $reviewer, $facets, $parent)
        """;
    public const string DropRecord = "DELETE FROM records WHERE rank = $rank";
    public const string PutWords = "INSERT INTO words (rowid, text) VALUES ($rank, $words)";
    public const string DropWords = "DELETE FROM words WHERE rowid = $rank";
    public const string LastRank = "SELECT coalesce(max(rank), 0) FROM records";
    public const string RankTaken = "SELECT 1 FROM records WHERE rank = $rank";

    public const string PutFacet = "INSERT INTO facets VALUES ($number, $kind, $value, $total, $waiting)";
    public const string FindFacet = "SELECT number FROM facets WHERE kind = $kind AND value = $value";
    public const string NewFacet = "INSERT INTO facets (kind, value, total, waiting) VALUES ($kind, $value, 0, 0) RETURNING number";
    public const string CountFacet = "UPDATE facets SET total = total + $total, waiting = waiting + $waiting WHERE number = $number";
    public const string Facet = "SELECT kind, value FROM facets WHERE number = $number";
    public const string CommonFacets = "SELECT value, total FROM facets WHERE kind = $kind AND total > 0 ORDER BY total DESC, value LIMIT $limit";
    public const string WaitingFacets = "SELECT value, waiting FROM facets WHERE kind = $kind AND waiting > 0 ORDER BY waiting DESC, value LIMIT $limit";

    public const string Count = "INSERT INTO counts VALUES ($standing, $count) ON CONFLICT (standing) DO UPDATE SET total = total + excluded.total";
    public const string Counts = "SELECT standing, total FROM counts";

    private const string Columns = "r.rank, r.id, r.start, r.length, r.document, r.place, r.title, r.source, r.confidence, r.ask, r.status, r.standing, r.reviewer, r.facets, r.parent";
    public const string ById = $"SELECT {Columns} FROM records r WHERE r.id = $id";
    public const string ByParent = $"SELECT {Columns} FROM records r WHERE r.parent = $id";
    public const string DecidedIds = "SELECT id FROM records WHERE reviewer IS NOT NULL OR parent IS NOT NULL";
    public const string Before = $"SELECT {Columns} FROM records r WHERE r.document = $document AND r.place < $place ORDER BY r.place DESC";
    public const string After = $"SELECT {Columns} FROM records r WHERE r.document = $document AND r.place > $place ORDER BY r.place";

    // The order of the two is fixed: the words first, in order of rank, and of each its row.
    public const string Found = $"SELECT {Columns} FROM words w CROSS JOIN records r ON r.rank = w.rowid WHERE w.words MATCH $match AND w.rowid > $after ORDER BY w.rowid";
    public const string All = $"SELECT {Columns} FROM records r WHERE r.rank > $after ORDER BY r.rank";
    public const string CountFound = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH $match LIMIT $limit)";
    public const string CountAll = "SELECT count(*) FROM (SELECT 1 FROM records LIMIT $limit)";
    public const string FoundFacets = "SELECT r.facets, r.status, r.reviewer FROM words w CROSS JOIN records r ON r.rank = w.rowid WHERE w.words MATCH $match ORDER BY w.rowid LIMIT $limit";
    public const string AllFacets = "SELECT r.facets, r.status, r.reviewer FROM records r ORDER BY r.rank LIMIT $limit";
}
