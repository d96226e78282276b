using System.Runtime.CompilerServices;
using Extract.Fetch;
using Microsoft.Data.Sqlite;

namespace Extract.Run;

/// <summary>What a retry works on: all that is listed and that it did not take over from the run before, because it failed there or is new. What failed and is not listed any more is none of the run; what was done is, as it was found, even where its file has changed or gone since.</summary>
internal static class Retry
{
    public static async IAsyncEnumerable<Input> Inputs(Fetcher fetcher, string stateFolder, long run, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var database = SqliteFile.Open(State.Database(stateFolder), SqliteOpenMode.ReadOnly);
        using var isOf = database.CreateCommand();
        isOf.CommandText = StateSchema.IsOf;
        isOf.Parameters.AddWithValue("$run", run);
        var name = isOf.Parameters.Add("$input", SqliteType.Text);
        await foreach (var input in fetcher.InputsAsync(cancellation))
        {
            name.Value = input.Name;
            if (isOf.ExecuteScalar() is null) yield return input;
        }
    }
}
