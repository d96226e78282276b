using System.Text;
using System.Text.Json.Nodes;
using Extract.Read;

namespace Extract.Tests.Read;

/// <summary>The language of short announcements, in any writing; an English one is never called another.</summary>
public sealed class LanguagesTests
{
    [Theory]
    [InlineData("en", "Call for papers. The international conference on the reform of justice will be held in Vienna from 3 to 5 May 2018.")]
    [InlineData("en", "Upcoming trade fairs: Lagos Expo 04/18/2020 - 04/22/2020 Convention Center, Lagos, Nigeria. It will be open to the public on all days.")]
    [InlineData("fr", "Appel à contributions. Colloque international « La justice et la mémoire des conflits ». Le colloque aura lieu du 14 au 16 mai 2019 à l'Université de Genève, en Suisse. Les propositions de communication (300 mots au plus) doivent être envoyées avant le 15 janvier 2019 au comité d'organisation. Les auteurs des propositions retenues seront avertis par courriel. La participation est gratuite pour les étudiants. Les actes du colloque seront publiés dans une revue à comité de lecture.")]
    [InlineData("fr", "Conférence sur la lutte contre la corruption. La conférence aura lieu le 3 mai 2018 à Paris, organisée par le Conseil de l'Europe.")]
    [InlineData("de", "Aufruf zur Einreichung von Beiträgen: Die Tagung findet vom 3. bis 5. Mai 2018 an der Universität Wien statt. Die Teilnahme ist kostenlos, um Anmeldung wird gebeten. Vorschläge sind bis zum 15. Januar an das Institut für Zeitgeschichte zu senden.")]
    [InlineData("es", "Convocatoria. El congreso internacional sobre la reforma de la justicia se celebrará en Madrid del 3 al 5 de mayo de 2018. Las propuestas deberán enviarse antes del 15 de enero. La inscripción es gratuita para los estudiantes de la universidad.")]
    [InlineData("it", "Convegno internazionale sulla riforma della giustizia. Il convegno si terrà a Roma dal 3 al 5 maggio 2018 presso l'Università degli Studi. Le proposte devono essere inviate entro il 15 gennaio. La partecipazione è gratuita per gli studenti.")]
    [InlineData("pt", "Chamada de trabalhos. O congresso internacional sobre a reforma da justiça realiza-se em Lisboa de 3 a 5 de maio de 2018, na Universidade de Lisboa. As propostas devem ser enviadas até 15 de janeiro. A inscrição é gratuita para os estudantes.")]
    [InlineData("nl", "Oproep tot het indienen van bijdragen. De conferentie over de hervorming van justitie wordt van 3 tot 5 mei 2018 in Amsterdam gehouden. Voorstellen kunnen tot 15 januari worden ingediend. Deelname is gratis voor studenten van de universiteit.")]
    [InlineData("sr", "Позив за учешће. Међународна конференција о реформи правосуђа одржаће се од 3. до 5. маја 2018. године у Београду, на Правном факултету. Пријаве се примају до 15. јануара. Учешће је бесплатно за студенте који су се пријавили.")]
    [InlineData("hr", "Poziv na sudjelovanje. Međunarodna konferencija o reformi pravosuđa održat će se od 3. do 5. svibnja 2018. godine u Zagrebu, na Pravnom fakultetu. Prijave se primaju do 15. siječnja. Sudjelovanje je besplatno za studente koji su se prijavili.")]
    [InlineData("ru", "Приглашаем к участию в международной конференции по реформе правосудия, которая состоится с 3 по 5 мая 2018 года в Москве. Заявки принимаются до 15 января. Участие для студентов бесплатное. Материалы конференции будут опубликованы в сборнике.")]
    [InlineData("ar", "دعوة للمشاركة في المؤتمر الدولي حول إصلاح القضاء الذي سيعقد في القاهرة من 3 إلى 5 مايو 2018. تقبل الطلبات حتى 15 يناير. المشاركة مجانية للطلاب.")]
    [InlineData("zh", "征文通知:司法改革国际学术研讨会将于2018年5月3日至5日在北京大学举行。论文摘要请于1月15日前提交。学生免费参加会议。欢迎各位学者踊跃投稿。")]
    [InlineData("fa", "فراخوان مقاله: همایش بین‌المللی اصلاح دستگاه قضایی از ۳ تا ۵ مه ۲۰۱۸ در تهران برگزار می‌شود. شرکت برای دانشجویان رایگان است.")]
    [InlineData("pl", "Zaproszenie do udziału. Międzynarodowa konferencja o reformie sądownictwa odbędzie się od 3 do 5 maja 2018 roku w Warszawie. Zgłoszenia przyjmowane są do 15 stycznia. Udział dla studentów jest bezpłatny.")]
    [InlineData("sv", "Inbjudan att lämna bidrag. Den internationella konferensen om rättsväsendets reform hålls den 3–5 maj 2018 i Uppsala. Förslag tas emot till och med den 15 januari. Deltagandet är kostnadsfritt för studenter vid universitetet.")]
    [InlineData("da", "Indkaldelse af bidrag. Den internationale konference om reform af retsvæsenet afholdes den 3.-5. maj 2018 i København. Forslag modtages til og med den 15. januar. Deltagelse er gratis for studerende ved universitetet.")]
    [InlineData("tr", "Bildiri çağrısı. Yargı reformu üzerine uluslararası konferans 3-5 Mayıs 2018 tarihleri arasında İstanbul'da yapılacaktır. Başvurular 15 Ocak tarihine kadar kabul edilir. Öğrenciler için katılım ücretsizdir ve bu yıl bir sergi de var.")]
    [InlineData("uk", "Запрошуємо до участі в міжнародній конференції з реформи правосуддя, яка відбудеться з 3 по 5 травня 2018 року у Києві. Заявки приймаються до 15 січня. Участь для студентів безкоштовна.")]
    [InlineData("mk", "Повик за учество. Меѓународната конференција за реформа на правосудството ќе се одржи од 3 до 5 мај 2018 година во Скопје. Пријавите се примаат до 15 јануари. Учеството е бесплатно за студентите.")]
    [InlineData("es", "Jornada sobre energía renovable. La asociación celebrará el próximo 12 de octubre de 2023 una jornada sobre energía en Sevilla, en el palacio de congresos. Plazo de inscripción: hasta el 1 de octubre.")]
    [InlineData("und-Cyrl", "Научная конференция «История и память». Институт истории приглашает принять участие в конференции 21–22 октября 2024 года в Москве. Заявки до 1 сентября.")]
    public void A_short_announcement_tells_its_language_in_capitals_too(string language, string text)
    {
        Assert.Equal(language, Languages.Detect(text));
        Assert.Equal(language, Languages.Detect(text.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("fr", "APPEL A CONTRIBUTIONS. LE COLLOQUE AURA LIEU A L'UNIVERSITE DE GENEVE DU 14 AU 16 MAI. LES PROPOSITIONS DOIVENT ETRE ENVOYEES AVANT LE 15 JANVIER AU COMITE D'ORGANISATION.")]
    [InlineData("hr", "POZIV NA SUDJELOVANJE. KONFERENCIJA CE SE ODRZATI OD 3. DO 5. SVIBNJA 2018. GODINE U ZAGREBU. PRIJAVE SE PRIMAJU DO 15. SIJECNJA, A SUDJELOVANJE JE BESPLATNO ZA STUDENTE KOJI SU SE PRIJAVILI.")]
    public void Accents_that_are_left_out_do_not_matter(string language, string text) => Assert.Equal(language, Languages.Detect(text));

    [Theory]
    [InlineData("Zagreb, 3 May 2018")]
    [InlineData("3–5 May 2018 · Universidad de La Habana · Palacio de Convenciones · 9:00–17:00")]
    [InlineData("")]
    public void What_holds_too_little_says_nothing(string text) => Assert.Null(Languages.Detect(text));

    [Fact]
    public void No_English_text_of_the_real_ones_is_called_another()
    {
        var texts = Directory.EnumerateFiles(Repository.Needs("../shared/data/announcements/real"), "*.json", SearchOption.AllDirectories)
            .Select(file => JsonNode.Parse(File.ReadAllText(file, Encoding.UTF8))).OfType<JsonObject>().Select(gold => (string?)gold["text"]).OfType<string>().ToArray();
        Assert.True(texts.Length > 500);
        Assert.All(texts, text => Assert.True(Languages.Detect(text) is null or "en", text));
        // In pieces too, but for three that are Spanish.
        var pieces = texts.SelectMany(text => text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var others = pieces.Where(piece => Languages.Detect(piece) is not (null or "en")).ToArray();
        Assert.True(others.Length <= 3, string.Join("\n--\n", others.Select(piece => $"{Languages.Detect(piece)}: {piece}")));
    }
}
