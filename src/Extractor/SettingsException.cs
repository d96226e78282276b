namespace Extract;

/// <summary>Wrong use or configuration, or an output that cannot be written: one line that says what and where; exit status 2.</summary>
public sealed class SettingsException(string message, Exception? inner = null) : Exception(message, inner);
