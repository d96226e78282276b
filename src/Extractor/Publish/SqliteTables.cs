using Microsoft.Data.Sqlite;

namespace Extract.Publish;

/// <summary>The tables of the SQLite sink and how a record fills them.</summary>
internal sealed class SqliteTables : IDisposable
{
    /// <summary>The tables; findings are joined by <c>record</c>, in the order of the record's lists (<c>place</c>).</summary>
    public const string Schema = """
        CREATE TABLE records (id TEXT PRIMARY KEY, revision INTEGER, status TEXT, confidence REAL, title TEXT, eventType TEXT, eventStatus TEXT, online INTEGER,
          sourceId TEXT, uri TEXT, published TEXT, language TEXT, start INTEGER, "end" INTEGER, text TEXT, json TEXT) WITHOUT ROWID;
        CREATE TABLE dates (record TEXT, place INTEGER, role TEXT, "from" TEXT, "to" TEXT, fromTime TEXT, toTime TEXT, timeZone TEXT, recurrence TEXT, label TEXT,
          yearInferred INTEGER, text TEXT, start INTEGER, "end" INTEGER, confidence REAL, "by" TEXT, PRIMARY KEY (record, place)) WITHOUT ROWID;
        CREATE TABLE cities (record TEXT, place INTEGER, role TEXT, name TEXT, country TEXT, region TEXT, geonameId INTEGER, latitude REAL, longitude REAL,
          text TEXT, start INTEGER, "end" INTEGER, confidence REAL, "by" TEXT, PRIMARY KEY (record, place)) WITHOUT ROWID;
        CREATE TABLE organizations (record TEXT, place INTEGER, role TEXT, name TEXT, acronym TEXT, ror TEXT,
          text TEXT, start INTEGER, "end" INTEGER, confidence REAL, "by" TEXT, PRIMARY KEY (record, place)) WITHOUT ROWID;
        CREATE TABLE topics (record TEXT, place INTEGER, label TEXT, confidence REAL, "by" TEXT, PRIMARY KEY (record, place)) WITHOUT ROWID;
        CREATE INDEX datesByDay ON dates ("from"); CREATE INDEX citiesByName ON cities (name); CREATE INDEX organizationsByName ON organizations (name);
        CREATE INDEX topicsByLabel ON topics (label);
        """;

    private readonly Insertion _records, _dates, _cities, _organizations, _topics;

    public SqliteTables(SqliteConnection database) => (_records, _dates, _cities, _organizations, _topics) =
        (new(database, "records", 16), new(database, "dates", 16), new(database, "cities", 14), new(database, "organizations", 11), new(database, "topics", 5));

    /// <summary>Adds a record with its findings.</summary>
    public void Insert(Record r)
    {
        _records.Run(r.Id, r.Revision, r.Status, r.Confidence, r.Title, r.EventType.Label, r.EventStatus, r.Online, r.Source.Id, r.Source.Uri, Iso.Day(r.Source.Published),
            r.Source.Language, r.Start, r.End, r.Text, RecordJson.ToJson(r));
        foreach (var (place, d) in r.Dates.Index())
            _dates.Run(r.Id, place, d.Role, Iso.Day(d.From), Iso.Day(d.To), Iso.Clock(d.FromTime), Iso.Clock(d.ToTime), d.TimeZone, d.Recurrence, d.Label, d.YearInferred,
                d.Text, d.Start, d.End, d.Confidence, d.By);
        foreach (var (place, c) in r.Cities.Index())
            _cities.Run(r.Id, place, c.Role, c.Name, c.Country, c.Region, c.GeonameId, c.Latitude, c.Longitude, c.Text, c.Start, c.End, c.Confidence, c.By);
        foreach (var (place, o) in r.Organizations.Index())
            _organizations.Run(r.Id, place, o.Role, o.Name, o.Acronym, o.Id, o.Text, o.Start, o.End, o.Confidence, o.By);
        foreach (var (place, t) in r.Topics.Index()) _topics.Run(r.Id, place, t.Label, t.Confidence, t.By);
    }

    public void Dispose()
    {
        foreach (var insertion in new[] { _records, _dates, _cities, _organizations, _topics }) insertion.Dispose();
    }

    /// <summary>One prepared INSERT.</summary>
    private sealed class Insertion : IDisposable
    {
        private readonly SqliteCommand _command;

        public Insertion(SqliteConnection database, string table, int columns)
        {
            _command = database.CreateCommand();
#pragma warning disable CA2100 // Our own constants only; every value is a parameter.
            _command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", Enumerable.Range(0, columns).Select(i => $"$p{i}"))})";
#pragma warning restore CA2100
            for (var i = 0; i < columns; i++) _command.Parameters.Add($"$p{i}", SqliteType.Text);
        }

        public void Run(params object?[] values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                _command.Parameters[i].Value = values[i] ?? DBNull.Value;
                _command.Parameters[i].ResetSqliteType();
            }
            _command.ExecuteNonQuery();
        }

        public void Dispose() => _command.Dispose();
    }
}
