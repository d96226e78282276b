namespace Extract.Tag.Organizations;

/// <summary>What is told of a place in a user's file of organizations.</summary>
internal static class OwnOrganizationsFaults
{
    public const string Empty = "the file is empty. Write a line “name,acronym,aliases,id” and below it a line for each organization, or write null in pipeline.yml.";

    public const string NoName = "an organization has no name here. Write its name, or take the line out.";

    public const string NotUtf8 = "the file is not UTF-8 here. Save it as UTF-8.";

    public const string NotUtf16 = "the file is UTF-16. Save it as UTF-8 (in Excel: “CSV UTF-8”).";

    public const string NoHeader = "the first line names the columns, and “name” must be one of them. Write “name,acronym,aliases,id” above the organizations.";

    public const string NoList = "a list of organizations is expected. Begin each with “- name: …”.";

    public static string Column(string name, string hint) => $"there is no column “{name}”. {hint}";

    public static string ColumnTwice(string name) => $"the column “{name}” stands twice. Keep one of them.";

    public static string Fields(int fields, int columns) => $"the line has {fields} fields, and the header {columns}. Put a field that holds the separator in quotation marks.";

    public const string Quotes = "a quotation mark is not closed, or words stand behind one. Put quotation marks around the whole field, and write one inside it twice (\"\").";

    public static string Type(string type) => $"“{type}” is no type. Write - where the name is no organization's, or leave it empty.";

    public static string Name(string name, int most) => $"“{name}” cannot be looked for: it has no words, begins with a mark, or has more than {most} words. Mend it, or take it out.";

    public static string Twice(string name, int line) => $"“{name}” stands in line {line} too, as another organization's or with another id. Keep one of them, or give the other its own name.";
}
