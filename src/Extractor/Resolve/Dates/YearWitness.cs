namespace Extract.Resolve.Dates;

/// <summary>What speaks for a year too rarely in the training texts to be learned, as log odds: the same days written with their year elsewhere, a whole date near in time wherever it stands, a number that may be the year, and the season that a title names.</summary>
internal static class YearWitness
{
    private const double Written = 3, InSeason = 1.5, Near = 1, Loose = 1;
    private const int NearDays = 10;
    private const int FirstMonthOfSeason = 8; // August: a season 2013-2014 ends in the summer

    /// <summary>What is added to the score of a candidate.</summary>
    public static double Of(DocumentDates dates, DateOnly from, DateOnly to)
    {
        var season = from.Month >= FirstMonthOfSeason ? from.Year : from.Year - 1;
        return (dates.IsWritten(from, to) ? Written : 0) + (dates.NearestInTime(from) <= NearDays ? Near : 0) + (dates.LooseYears.Contains(from.Year) ? Loose : 0) + (dates.Seasons.Contains(season) ? InSeason : 0);
    }
}
