using Microsoft.Data.Sqlite;

namespace Extract.Review.Index;

/// <summary>Who holds a record.</summary>
/// <param name="By">The reviewer.</param>
/// <param name="Until">When it lapses without a sign of life.</param>
internal readonly record struct Claim(string By, DateTimeOffset Until);

/// <summary>Who holds which record, in all processes that serve the folder. A claim lapses by itself, so that nobody's closed lid keeps a record from the others.</summary>
internal sealed class Claims(DecisionLog log, TimeProvider time)
{
    /// <summary>How long a claim lasts.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    /// <summary>Takes a record or keeps it; the claim that holds then, which may be another's.</summary>
    public Claim Take(string record, string reviewer) => log.Write(database =>
    {
        var now = Now;
        database.Run(DecisionSchema.Take, ("$record", record), ("$reviewer", reviewer), ("$until", now + (long)Lasts.TotalMilliseconds), ("$now", now));
        return Of(database, record, now)!.Value;
    });

    /// <summary>The claim that holds, or null.</summary>
    public Claim? Of(string record) => log.Read(database => Of(database, record, Now));

    /// <summary>Lets go of a record, where the reviewer holds it. Never throws: what cannot be let go now lapses.</summary>
    public void Release(string record, string reviewer)
    {
        try
        {
            log.Write(database => database.Run(DecisionSchema.Release, ("$record", record), ("$reviewer", reviewer)));
        }
        catch (Exception e) when (e is SqliteException or DamagedException)
        {
            // A decision may be on the disk already, and must not look as if it were not.
        }
    }

    /// <summary>All that hold now: reviewers by record.</summary>
    public Dictionary<string, string> All() => log.Read(database =>
    {
        var claims = new Dictionary<string, string>(StringComparer.Ordinal);
        using var rows = database.Rows(DecisionSchema.Claims, ("$now", Now));
        while (rows.Read()) claims[rows.GetString(0)] = rows.GetString(1);
        return claims;
    });

    /// <summary>Sweeps out those that lapsed.</summary>
    public void Lapse() => log.Write(database => database.Run(DecisionSchema.Lapse, ("$now", Now)));

    private static Claim? Of(Database database, string record, long now)
    {
        using var rows = database.Rows(DecisionSchema.Claim, ("$record", record), ("$now", now));
        return rows.Read() ? new(rows.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1))) : null;
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
