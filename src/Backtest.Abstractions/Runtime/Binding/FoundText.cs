using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Formats what was found, for errors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FoundText
{
    private const int Longest = 80;

    /// <summary>A text on one line, truncated if it is long.</summary>
    public static string Clip(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : $"{line[..Longest]}…";
    }
}
