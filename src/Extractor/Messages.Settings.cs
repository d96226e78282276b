using System.Globalization;

namespace Extract;

/// <summary>What is wrong in pipeline.yml, and in what it names.</summary>
internal static partial class Messages
{
    public static string NoModels(string folder) => $"there is no folder “{folder}”. Write it by “extract train”, or take the key out: the models that ship serve then.";

    public static string At(string file, int line, int column, string what) => string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:{column}: {what}");

    public static string UnknownKey(string section, string name, string hint) =>
        section.Length == 0 ? $"there is no section “{name}”. {hint}" : $"{section}: there is no key “{name}”. {hint}";

    public static string UnknownName(string key, string name, string hint) => $"{key}: “{name}” cannot be named here. {hint}";

    public static string Expected(string what) => $"{what} is expected here.";

    public static string Expected(string what, string found) => $"{what} is expected here, not “{found}”.";

    public static string ExpectedSection(string section) => section.Length == 0
        ? "a pipeline file holds sections such as “fetch:”, each with keys below it. “extract init .” writes one."
        : $"{section}: keys are expected here, each on a line of its own as “key: value”.";

    public static string NoSuchSource(string source) => $"fetch: sources: there is no file or folder “{source}”. Mend the path, or take it out.";

    public static string NoSuchFile(string file) => $"there is no file “{file}”. Mend the path, or write null.";

    public static string CannotReadOwn(string file, Exception e) => $"“{file}” cannot be read: {Reason(e)} Mend that, or write null.";

    public static string OutputIsFolder(string output) => $"{output} is a folder. Name a file in it.";

    public static string OutputTwice(string output, string other) => $"{output} is where {other} goes. Give each a file of its own.";

    public static string OutputIsSource(string output) => $"{output} is a source, and the run would write over it. Name another file.";

    public static string OutputNotOurs(string output) => $"{output} is there already, and this program did not write it. Move it away, or name another file.";

    public static string FolderIsFile(string folder) => $"“{folder}” is a file. Name a folder.";

    public static string FolderHoldsSource(string folder, string source) => $"“{folder}” holds the source “{source}”. Name a folder of its own.";

    public static string FolderHoldsOutput(string folder, string output) => $"“{folder}” holds {output}. Name a folder of its own.";

    public static string NoLanguage(string code, string? meant) =>
        $"“{code}” is no language code (ISO 639-1). {(meant is null ? "Write two small letters, such as en, fr or hr." : $"Did you mean “{meant}”?")}";

    public static string NoAddress(string address) => $"“{address}” is no web address. Write it as https://host/path.";

    public static string HeaderTwice(string name) => $"the header “{name}” stands twice. Keep one of them.";

    public static string NoVariableNamed => "${} names no variable of the environment. Write ${NAME}.";

    public static string NothingMatches(string source) => $"fetch: sources: nothing matches “{source}”. Mend the pattern (* stands for anything in a name, ** for any folders), or take it out.";

    public static string NoMatch(string path) => $"{path}: nothing matches it. Mend the pattern: * stands for anything in a name, ** for any folders.";

    public static string NoSuchVariable(string name) => $"${{{name}}} is not set in the environment. Set it (export {name}=…), or write the value here.";

    public static string CannotReadSettings(string path, Exception e) => e is FileNotFoundException or DirectoryNotFoundException
        ? $"{path}: there is no such pipeline file. Name another, or write one by “extract init .”."
        : $"{path}: it cannot be read: {Reason(e)} Mend that and run again.";
}
