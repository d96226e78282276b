namespace Extract.Tests.Tag.Dates;

/// <summary>Words of a language count in a text of that language, and elsewhere where no other language has them.</summary>
public sealed class DateLanguagesTests
{
    [Theory]
    [InlineData("vom 3. bis 5. Mai 2024 in Wien, um 19 Uhr", "de", "3. bis 5. Mai 2024 = 2024-5-3/2024-5-5 19:00")]
    [InlineData("du 3 au 5 mai 2024 à Lyon, de 18h à 20h", "fr", "3 au 5 mai 2024 = 2024-5-3/2024-5-5 18:00-20:00")]
    [InlineData("del 3 al 5 de mayo de 2024 en Lima", "es", "3 al 5 de mayo de 2024 = 2024-5-3/2024-5-5")]
    [InlineData("dal 3 al 5 maggio 2024 a Roma, ore 18.30", "it", "3 al 5 maggio 2024 = 2024-5-3/2024-5-5 18:30")]
    [InlineData("od 3. do 5. svibnja 2024. u Zagrebu, u 18 sati", "hr", "3. do 5. svibnja 2024 = 2024-5-3/2024-5-5 18:00")]
    [InlineData("od 3. do 5. maja 2024. godine u Beogradu", "sr", "3. do 5. maja 2024. godine = 2024-5-3/2024-5-5")]
    [InlineData("nga 3 deri më 5 maj 2024 në Tiranë, ora 18:00", "sq", "3 deri më 5 maj 2024 = 2024-5-3/2024-5-5 18:00")]
    [InlineData("од 3 до 5 мај 2024 година во Скопје, во 18 часот", "mk", "3 до 5 мај 2024 година = 2024-5-3/2024-5-5 18:00")]
    [InlineData("vom 3. Mai 2024 bis 02.06.2024", "de", "3. Mai 2024 bis 02.06.2024 = 2024-5-3/2024-6-2")]
    [InlineData("Held on 5 May 2021; am 3. Oktober 2022", "de", "5 May 2021 = 2021-5-5 | 3. Oktober 2022 = 2022-10-3")]
    [InlineData("The fair (3. bis 5. Oktober 2022) in Graz", "en", "3. bis 5. Oktober 2022 = 2022-10-3/2022-10-5")]
    [InlineData("le 14 juillet 2022, on 5 May 2021", "en", "14 juillet 2022 = 2022-7-14 | 5 May 2021 = 2021-5-5")]
    [InlineData("am 3. Mai 2024", null, "3. Mai 2024 = 2024-5-3")]
    [InlineData("We saw Mars 3 times, Mai 5 people; set 4 ago 3", "en", "")]
    [InlineData("Chiang Mai 3 won, so 12 come, do 5 more", "en", "")]
    public void A_date_is_read_in_its_language(string text, string? language, string found) =>
        Assert.Equal(found, string.Join(" | ", SomeDates.Of(text, language).Select(mention => $"{mention.Span.Of(text)} = {SomeDates.Words(mention)}")));

    [Theory]
    [InlineData("Anmeldeschluss ist der 3. Mai 2024", "de", "date-deadline")]
    [InlineData("Date limite : 3 mai 2024", "fr", "date-deadline")]
    [InlineData("Najkasnije do 3. svibnja 2024", "hr", "date-deadline")]
    [InlineData("Публикувано: објавено на 3 мај 2024", "mk", "date-publication")]
    public void Cues_of_a_language_say_what_its_dates_are(string text, string language, string cue) =>
        Assert.Contains(SomeDates.All(text, language), mention => mention.Value is LabelValue label && label.Label == cue);

    [Fact]
    public void Cues_of_one_language_are_silent_in_another() =>
        Assert.DoesNotContain(SomeDates.All("The Termin of 3 May 2024, Frist and rok", "en"), mention => mention.Kind == MentionKind.Cue);
}
