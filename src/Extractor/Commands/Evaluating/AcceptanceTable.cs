using System.Globalization;
using System.Text;
using System.Text.Json;
using Extract.Learn;
using Extract.Learn.Judging;

namespace Extract.Commands.Evaluating;

/// <summary>What passes without a person where so much error is borne.</summary>
/// <param name="Error">The <c>acceptError</c>.</param>
/// <param name="Accepted">How many records pass, of all.</param>
/// <param name="Right">How many of them are right, when and where.</param>
/// <param name="All">All records.</param>
internal sealed record AcceptedAt(double Error, int Accepted, int Right, int All)
{
    public double Share => (double)Accepted / All;
    public double RightShare => Accepted == 0 ? 0 : (double)Right / Accepted;
}

/// <summary>What would be accepted at several errors, each record by the curve of the models that made it: those of its fold, which have not seen it.</summary>
internal sealed record AcceptanceTable(IReadOnlyList<AcceptedAt> Rows)
{
    private static readonly double[] Errors = [0.01, 0.02, 0.05, 0.1, 0.2];

    /// <summary>The table of some predictions; null where no record was made.</summary>
    /// <param name="scores">Their figures.</param>
    /// <param name="predictions">The predictions.</param>
    /// <param name="error">The user's own error, shown beside the usual ones.</param>
    public static AcceptanceTable? Of(Scores scores, IEnumerable<Prediction> predictions, double error)
    {
        if (scores.Claims.FirstOrDefault(row => row.Key == Fields.Record).Value is not { } records) return null;
        var curves = predictions.Where(prediction => !prediction.Records.IsEmpty).ToDictionary(prediction => prediction.Records[0].Source.Id, prediction => prediction.Acceptance, StringComparer.Ordinal);
        return new([.. Errors.Append(error).Distinct().Order().Select(borne => At(borne, [.. records.Select(claim => (claim.Holds, claim.Probability >= curves[claim.Document].Threshold(borne)))]))]);
    }

    private static AcceptedAt At(double error, IReadOnlyList<(bool Right, bool Accepted)> records) =>
        new(error, records.Count(record => record.Accepted), records.Count(record => record is { Accepted: true, Right: true }), records.Count);

    /// <summary>For people.</summary>
    public override string ToString()
    {
        var table = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{"accepted at acceptError",-24}{"share",9}{"right",8}{"records",9}\n"));
        foreach (var row in Rows) table.Append(CultureInfo.InvariantCulture, $"{row.Error,-24:0.0##}{row.Share,9:0.000}{row.RightShare,8:0.000}{row.Accepted,9}\n");
        return table.ToString();
    }

    /// <summary>For machines: a property <c>acceptance</c>.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("acceptance");
        foreach (var row in Rows)
        {
            json.WriteStartObject(row.Error.ToString("0.0##", CultureInfo.InvariantCulture));
            json.WriteNumber("share", Math.Round(row.Share, 3));
            json.WriteNumber("right", Math.Round(row.RightShare, 3));
            json.WriteNumber("n", row.Accepted);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
