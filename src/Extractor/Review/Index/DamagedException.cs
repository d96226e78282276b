using Microsoft.Data.Sqlite;

namespace Extract.Review.Index;

/// <summary>A file of the index is damaged: what was asked is to be asked again when it is made anew.</summary>
/// <param name="isMended">It is made anew already.</param>
/// <param name="inner">What SQLite said.</param>
internal sealed class DamagedException(bool isMended, SqliteException inner) : Exception(inner.Message, inner)
{
    /// <summary>It is made anew already.</summary>
    public bool IsMended { get; } = isMended;
}
