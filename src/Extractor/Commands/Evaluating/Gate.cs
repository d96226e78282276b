using Extract.Learn.Judging;

namespace Extract.Commands.Evaluating;

/// <summary>
/// Holds the figures on a corpus to their floors. Floors only rise, unless one says aloud, by a second flag, that they may fall: so does a change of the
/// corpus, whose figures cannot be compared with those before.
/// </summary>
/// <param name="File">The floors' file.</param>
/// <param name="Raise">Floors are raised to what was measured.</param>
/// <param name="Lower">They are lowered too, and a changed corpus is pinned anew.</param>
internal sealed record Gate(string File, bool Raise, bool Lower)
{
    /// <summary>True where every figure holds, or the floors were set anew; what is to be said goes to <paramref name="say"/>.</summary>
    public bool Check(string corpus, Scores scores, Action<string> say)
    {
        var (floors, figures) = (Floors.Load(File), Floors.Of(scores));
        if (Raise && Lower) return Set(new(corpus, figures), say);
        if (floors.Corpus != corpus && floors.Figures.Count > 0) return Refuse(Messages.OtherCorpus(File), say);
        foreach (var (name, floor, figure) in floors.Below(figures)) say(Messages.BelowFloor(name, floor, figure));
        if (floors.Below(figures).Count > 0) return Refuse(Messages.GateFailed(File), say);
        if (Raise) return Set(floors.Raised(corpus, figures), say);
        return floors.Figures.Count > 0 || Refuse(Messages.NoFloors(File), say);
    }

    private bool Set(Floors floors, Action<string> say)
    {
        floors.Save(File);
        say(Messages.FloorsSet(File));
        return true;
    }

    private static bool Refuse(string why, Action<string> say)
    {
        say(why);
        return false;
    }
}
