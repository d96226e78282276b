namespace Extract.Tools.Organizations;
internal static class BaseTraining { public static string Write(string entities, string folder) => ""; }
