using Extract.Text;

namespace Extract.Tag.Organizations;

/// <summary>What the tokens of a document are by the word lists, looked up once each: a token stands in many possible names.</summary>
internal sealed class WordLooks(TokenList tokens, NameWords words)
{
    /// <summary>It has a capital.</summary>
    public const byte Name = 1;
    /// <summary>It joins the parts of a name.</summary>
    public const byte Join = 2;
    /// <summary>It heads a body.</summary>
    public const byte Head = 4;
    /// <summary>It is a title of persons.</summary>
    public const byte Title = 8;

    private const byte Known = 128;
    private readonly byte[] _looks = new byte[tokens.Count];

    /// <summary>What a token is.</summary>
    public byte Of(int at)
    {
        ref var look = ref _looks[at];
        if (look != 0) return look;
        var hash = tokens[at].Hash;
        return look = (byte)(Known | (NameChunk.IsName(tokens, at) ? Name : 0) | (words.IsJoin(hash) ? Join : 0) | (words.HeadKind(hash) is not null ? Head : 0) | (words.TitleKind(hash) is not null ? Title : 0));
    }
}
