namespace Extract.Tag.Dates;

/// <summary>The bare days below one month: whether they are a calendar's. Numbers of a list count 1, 2, 3; numbers in headlines ("7 ways to …") stand in no order.</summary>
internal sealed class CalendarDays
{
    private int _count, _sure, _last, _counting;
    private bool _rises = true, _falls = true, _refused;

    /// <summary>One more day, in the order of the page.</summary>
    public void Add(BareDay day)
    {
        _count++;
        if (day.Sure) _sure++;
        if (day.From == _count && day.Weekday is null) _counting++;
        if (_count > 1) (_rises, _falls) = (_rises && day.From >= _last, _falls && day.From <= _last);
        _last = day.From;
    }

    /// <summary>Something among them counts on beyond the days of a month.</summary>
    public void Refuse() => _refused = true;

    /// <summary>True where they stand in order, most of them are marked as days, and they neither merely count nor count on beyond a month.</summary>
    public bool Hold => !_refused && _count > 0 && (_rises || _falls) && _sure * 2 > _count && (_counting < _count || _count < 2);
}
