using System.Buffers;

namespace Extract.Read.Mail;

/// <summary>
/// Cuts from the text of a mail what is not its own: quoted mails, the signature, the footer of a mailing list. What a mail passes on is kept, without the
/// head of the mail that it came by.
/// </summary>
internal sealed class MailText
{
    // Less than this beside a quoted mail says nothing: the quoted mail is what is told.
    private const int FewestLetters = 40;
    private const int LongestFooter = 15;
    private const int LongestSignature = 12;
    private static readonly string[] Originals = ["original message", "ursprüngliche nachricht", "message d'origine", "mensaje original"];
    private static readonly string[] Forwarded = ["forwarded message", "forwarded by", "begin forwarded message", "weitergeleitete nachricht", "message transféré"];
    private static readonly string[] Heads = ["from:", "sent:", "to:", "cc:", "bcc:", "date:", "subject:", "reply-to:", "importance:", "attachments:", "resent-from:"];

    private static readonly SearchValues<char> Rules = SearchValues.Create("-_=*~ #");

    private readonly MailKind _kind;
    private readonly List<string> _lines;
    private readonly List<string> _own = [];
    private readonly List<string> _quoted = [];
    private (int Length, bool HasSender)[] _heads = [];

    private MailText(string text, MailKind kind) => (_kind, _lines) = (kind, [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())]);

    /// <summary>The text that the mail says.</summary>
    public static string Of(string text, MailKind kind)
    {
        var mail = new MailText(text, kind);
        mail.CutFooter();
        mail._heads = mail.FindHeads();
        mail.Sort();
        CutSignature(mail._own);
        var passesOn = kind != MailKind.Reply && Letters(mail._own) < FewestLetters && Letters(mail._quoted) >= FewestLetters;
        if (passesOn) CutSignature(mail._quoted);
        return Joined(passesOn ? mail._own.Append("").Concat(mail._quoted) : mail._own);
    }

    // What was cut leaves blank lines on both of its sides.
    private static string Joined(IEnumerable<string> lines)
    {
        var kept = new List<string>();
        foreach (var line in lines)
            if (line.Length > 0 || (kept.Count > 0 && kept[^1].Length > 0)) kept.Add(line);
        return string.Join('\n', kept).Trim();
    }

    private static int Letters(List<string> lines) => lines.Sum(line => line.Count(char.IsLetter));

    // A rule near the end with words of a list below it; else the last paragraphs that have such words.
    private void CutFooter()
    {
        for (var at = Math.Max(1, _lines.Count - LongestFooter); at < _lines.Count; at++)
        {
            if (!IsRule(_lines[at]) || !ListWords.In(string.Join('\n', _lines[at..]))) continue;
            _lines.RemoveRange(at, _lines.Count - at);
            return;
        }
        while (LastParagraph() is var start and > 0 && _lines.Count - start <= 6 && ListWords.In(string.Join('\n', _lines[start..]))) _lines.RemoveRange(start, _lines.Count - start);
    }

    private int LastParagraph()
    {
        while (_lines.Count > 0 && _lines[^1].Length == 0) _lines.RemoveAt(_lines.Count - 1);
        return _lines.FindLastIndex(line => line.Length == 0) + 1;
    }

    private static bool IsRule(string line) => line.Length >= 8 && !line.AsSpan().ContainsAnyExcept(Rules);

    // Each line is the mail's own or another's.
    private void Sort()
    {
        for (var at = 0; at < _lines.Count;)
        {
            if (IsQuoted(_lines[at]))
            {
                _quoted.Add(Unquoted(_lines[at++]));
                continue;
            }
            if (AttributionLength(at) is > 0 and var attribution)
            {
                at += attribution;
                continue;
            }
            var (head, isOriginal) = HeadOfAnother(at);
            if (head > 0 && isOriginal && (_kind == MailKind.Reply || (_kind == MailKind.Own && Letters(_own) >= FewestLetters))) return;
            if (head > 0) at += head;
            else _own.Add(_lines[at++]);
        }
    }

    private static bool IsQuoted(string line) => line.StartsWith('>') || (line.StartsWith(" >", StringComparison.Ordinal) && !line.StartsWith(" > ", StringComparison.Ordinal));

    private static string Unquoted(string line) => line.TrimStart(' ', '>');

    // "On Mon, 4 Jun 2018 at 10:00, A. B. <a@b.example> wrote:", in up to three lines, before what it quotes.
    private int AttributionLength(int at)
    {
        if (!StartsAttribution(_lines[at])) return 0;
        for (var length = 1; length <= 3 && at + length <= _lines.Count; length++)
        {
            if (!EndsAttribution(_lines[at + length - 1])) continue;
            var next = _lines.FindIndex(at + length, line => line.Length > 0);
            return next < 0 || IsQuoted(_lines[next]) ? length : 0;
        }
        return 0;
    }

    private static bool StartsAttribution(string line) => line.StartsWith("On ", StringComparison.Ordinal) || line.StartsWith("Am ", StringComparison.Ordinal) || line.StartsWith("Le ", StringComparison.Ordinal)
        || line.EndsWith(" wrote:", StringComparison.Ordinal) || line.EndsWith(" writes:", StringComparison.Ordinal);

    private static bool EndsAttribution(string line) => line.EndsWith("wrote:", StringComparison.Ordinal) || line.EndsWith("writes:", StringComparison.Ordinal) || line.EndsWith("schrieb:", StringComparison.Ordinal)
        || line.EndsWith("a écrit :", StringComparison.Ordinal);

    // "-----Original Message-----" and the lines From:, Sent:, To:, Subject: below it, or these alone.
    private (int Length, bool IsOriginal) HeadOfAnother(int at)
    {
        var (line, end) = (_lines[at].Trim('-', ' ', '*', '_', ':').ToLowerInvariant(), at + 1);
        var isMarked = _lines[at].StartsWith("--", StringComparison.Ordinal) || line.StartsWith("begin ", StringComparison.Ordinal);
        var (isOriginal, isForwarded) = (isMarked && Originals.Contains(line), isMarked && Array.Exists(Forwarded, words => line.StartsWith(words, StringComparison.Ordinal)));
        var isRuled = IsRule(_lines[at]) && IsHead(at + 1);
        if (!isOriginal && !isForwarded && !isRuled) end = at;
        while (end < _lines.Count && _lines[end].Length == 0 && end <= at + 2) end++;
        var (length, hasSender) = end < _lines.Count ? _heads[end] : default;
        end += length;
        // A notice may have a date and a subject too, but nobody that it is from.
        if (!isOriginal && !isForwarded && (length < 3 || !hasSender)) return default;
        return (Math.Max(end - at, 1), !isForwarded);
    }

    private bool IsHead(int at) => at < _lines.Count && _heads[at].Length > 0;

    // How many lines of a head follow each other from a line on, and whether one of them says who wrote. A long list of people goes on in the next lines, indented.
    private (int Length, bool HasSender)[] FindHeads()
    {
        var isHead = new bool[_lines.Count];
        for (var at = 0; at < isHead.Length; at++)
            isHead[at] = Array.Exists(Heads, head => Starts(_lines[at], head)) || (at > 0 && isHead[at - 1] && _lines[at].StartsWith("  ", StringComparison.Ordinal) && _lines[at].Contains('@', StringComparison.Ordinal));
        var heads = new (int Length, bool HasSender)[_lines.Count + 1];
        for (var at = _lines.Count - 1; at >= 0; at--)
            if (isHead[at]) heads[at] = (heads[at + 1].Length + 1, heads[at + 1].HasSender || Starts(_lines[at], "from:"));
        return heads;
    }

    private static bool Starts(string line, string head) => line.AsSpan().TrimStart('*').StartsWith(head, StringComparison.OrdinalIgnoreCase);

    private static void CutSignature(List<string> lines)
    {
        var last = lines.FindLastIndex(line => line.Length > 0);
        if (last < 0) return;
        lines.RemoveRange(last + 1, lines.Count - last - 1);
        // "-- " alone; the blank at its end is often lost.
        var mark = lines.FindLastIndex(line => line is "--" or "-- " or "—");
        if (mark > 0 && lines.Count - mark <= LongestSignature) lines.RemoveRange(mark, lines.Count - mark);
        else if (lines[^1].StartsWith("Sent from my ", StringComparison.Ordinal) || lines[^1].StartsWith("Get Outlook for ", StringComparison.Ordinal)) lines.RemoveAt(lines.Count - 1);
    }
}
