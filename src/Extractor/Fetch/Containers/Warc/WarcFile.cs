namespace Extract.Fetch.Containers.Warc;

/// <summary>
/// The records of one web archive, in order. A record that is damaged is lost alone: reading goes on at the next one. Places are those of the archive's own bytes.
/// </summary>
internal sealed class WarcFile(Content content)
{
    private readonly ContentStream _raw = content.Stream;

    /// <summary>Records one after another.</summary>
    public IEnumerable<ContainerEntry> Plain()
    {
        while (Another(_raw))
        {
            var at = _raw.Position;
            var entry = Record(_raw, at, () => Behind(at));
            if (entry.Damage is { } damage)
            {
                // Its length may have been wrong, and those behind it swallowed.
                _raw.TryRewind(at + 1);
                yield return Lost(damage, goesOn: Forward(_raw));
            }
            else yield return entry;
        }
        // At the end, what is wrong with the bytes below is thrown.
        _raw.Skip(1);
    }

    /// <summary>Records that are each packed by gzip, or several together.</summary>
    public IEnumerable<ContainerEntry> Packed()
    {
        using var members = new GzipMembers(_raw, content.Name);
        while (members.Another())
        {
            var at = _raw.Position;
            DamagedException? damage = null;
            foreach (var entry in Member(members))
                if (entry.Damage is null) yield return entry;
                else damage ??= entry.Damage;
            if (damage is not null) yield return Lost(damage, goesOn: Resync(members, at));
        }
        _raw.Skip(1);
    }

    // What looks like the end is none where more is found behind it.
    private ContainerEntry Lost(DamagedException damage, bool goesOn) => ContainerEntry.Lost(new DamagedException(content.Name, damage.At, damage.IsCut && !goesOn));

    private IEnumerable<ContainerEntry> Member(GzipMembers members)
    {
        var (start, damaged) = (_raw.Position, false);
        ContentStream? text = null;
        if (Try(start, () => text = new(members.Next(), _raw.Limits)) is { } broken) yield return ContainerEntry.Lost(broken);
        if (text is null) yield break;
        using var open = text;
        while (Another(text))
        {
            var at = text.Position == 0 ? start : _raw.Position;
            // A record that ends its member is held to the checksum before it is given out.
            var entry = Record(text, at, () => { if (!Another(text)) members.Finish(); });
            damaged |= entry.Damage is not null;
            yield return entry;
            if (entry.Damage is not null && !Forward(text)) break;
        }
        if (Try(start, members.Finish) is { } rest && !damaged) yield return ContainerEntry.Lost(rest);
    }

    private ContainerEntry Record(ContentStream text, long at, Action behind)
    {
        ContainerEntry? entry = null;
        var damage = Try(at, () =>
        {
            entry = Read(text, at);
            behind();
        });
        return damage is null ? entry! : ContainerEntry.Lost(damage);
    }

    private ContainerEntry Read(ContentStream text, long at)
    {
        if ((RecordHeader.Read(text.Peek(4096)) ?? RecordHeader.Read(text.Peek(ContentStream.MostAhead))) is not var (header, size)) throw NoHeader(text, at);
        text.Skip(size);
        var end = text.Position + header.Length;
        var entry = WarcRecord.Read(header, text, content.MaxBytes) ?? ContainerEntry.NoDocument($"@{at}", WarcRecord.Why(header));
        text.Skip(end - text.Position);
        return text.Position == end ? entry : throw new DamagedException(content.Name, at, isCut: true);
    }

    private DamagedException NoHeader(ContentStream text, long at)
    {
        var isCut = text.Peek(ContentStream.MostAhead) is var ahead && ahead.Length < ContentStream.MostAhead && Fields.End(ahead) < 0;
        if (isCut) text.Skip(ContentStream.MostAhead);
        return new(content.Name, at, isCut);
    }

    // Behind a record stands another, or nothing: else its length was wrong.
    private void Behind(long at)
    {
        if (Another(_raw) && !RecordHeader.Begins(_raw.Peek(16)) && RecordHeader.Read(_raw.Peek(8192)) is null) throw new DamagedException(content.Name, at, isCut: false);
    }

    private DamagedException? Try(long at, Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (DamagedException e) when (e.Container == content.Name)
        {
            return new(content.Name, at, e.IsCut);
        }
    }

    private static bool Another(ContentStream text)
    {
        while (text.Peek(64) is { Length: > 0 } ahead)
        {
            var ends = ahead.IndexOfAnyExcept("\r\n"u8);
            text.Skip(ends < 0 ? ahead.Length : ends);
            if (ends >= 0) return true;
        }
        return false;
    }

    // To the next place at which a record begins; false where there is none.
    private static bool Forward(ContentStream text)
    {
        while (text.Peek(ContentStream.MostAhead) is { Length: > 0 } ahead)
        {
            var next = RecordHeader.Next(ahead);
            text.Skip(next >= 0 ? next : Math.Max(1, ahead.Length - 16));
            if (next >= 0 && RecordHeader.Read(text.Peek(ContentStream.MostAhead)) is not null) return true;
        }
        return false;
    }

    // The damaged member may have swallowed those behind it: the search begins at its own start, where that can be.
    private bool Resync(GzipMembers members, long at)
    {
        _raw.TryRewind(at + 1);
        while (members.Resync())
        {
            if (WarcContainer.BeginsWithin(_raw.Peek(4096), orPage: true)) return true;
            _raw.Skip(1);
        }
        return false;
    }
}
