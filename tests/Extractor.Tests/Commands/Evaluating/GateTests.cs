using Extract.Commands.Evaluating;
using Extract.Learn;
using Extract.Learn.Judging;
using Extract.Tests.Learn.Judging;

namespace Extract.Tests.Commands.Evaluating;

/// <summary>Floors rise on demand, fall only when it is said twice, and hold for one corpus.</summary>
public sealed class GateTests : IDisposable
{
    private const string Text = "A fair on 3 May 2024 in Zagreb";
    private static readonly GoldDocument Gold = SomeGold.Document("d", Text, SomeGold.Announcement(Text, Text) with { Cities = [SomeGold.City(Text, "Zagreb", "HR")] });
    private static readonly Scores Good = Judge.Score([Gold], [SomeGold.Record(Gold, 0)]);
    private static readonly Scores Bad = Judge.Score([Gold], [SomeGold.Record(Gold, 0) with { Cities = [] }]);

    private readonly string _folder = Directory.CreateTempSubdirectory("gate").FullName;
    private readonly List<string> _said = [];

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Without_floors_it_fails_and_says_how_to_set_them()
    {
        Assert.False(Check("a", Good));
        Assert.Contains("--raise", Assert.Single(_said), StringComparison.Ordinal);
    }

    [Fact]
    public void Raised_floors_hold_what_was_measured_and_refuse_less()
    {
        Assert.True(Check("a", Good, raise: true));
        Assert.True(Check("a", Good));
        _said.Clear();
        Assert.False(Check("a", Bad));
        Assert.Contains(_said, what => what.Contains("venues F1", StringComparison.Ordinal) && what.Contains("1.000", StringComparison.Ordinal));
    }

    [Fact]
    public void Raising_never_lowers()
    {
        Check("a", Good, raise: true);
        Assert.False(Check("a", Bad, raise: true));
        Assert.Equal(1, Floors.Load(File).Figures["venues F1"]);
    }

    [Fact]
    public void Lowering_is_said_twice()
    {
        Check("a", Good, raise: true);
        Assert.True(Check("a", Bad, raise: true, lower: true));
        Assert.Equal(0, Floors.Load(File).Figures["venues F1"]);
    }

    [Fact]
    public void Another_corpus_is_refused_until_it_is_pinned_anew()
    {
        Check("a", Good, raise: true);
        Assert.False(Check("b", Good));
        Assert.False(Check("b", Good, raise: true));
        Assert.True(Check("b", Good, raise: true, lower: true));
        Assert.True(Check("b", Good));
    }

    [Fact]
    public void The_hash_sees_names_and_bytes()
    {
        System.IO.File.WriteAllText(Path.Combine(_folder, "a.txt"), "one");
        var before = CorpusHash.Of(_folder);
        Assert.Equal(before, CorpusHash.Of(_folder));
        System.IO.File.WriteAllText(Path.Combine(_folder, "a.txt"), "two");
        var after = CorpusHash.Of(_folder);
        System.IO.File.Move(Path.Combine(_folder, "a.txt"), Path.Combine(_folder, "b.txt"));
        Assert.Equal(3, new[] { before, after, CorpusHash.Of(_folder) }.Distinct().Count());
    }

    private string File => Path.Combine(_folder, "floors.json");

    private bool Check(string corpus, Scores scores, bool raise = false, bool lower = false) => new Gate(File, raise, lower).Check(corpus, scores, _said.Add);
}
