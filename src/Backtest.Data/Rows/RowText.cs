namespace Backtest.Data.Rows;

/// <summary>Formats a file's text for messages.</summary>
internal static class RowText
{
    private const int Longest = 60;

    /// <summary>A text, truncated if it is long.</summary>
    public static string Clip(ReadOnlySpan<char> text) => text.Length <= Longest ? text.ToString() : $"{text[..Longest]}…";
}
