namespace Backtest.Data.Rows;

/// <summary>What messages show of a file's text.</summary>
internal static class RowText
{
    private const int Longest = 60;

    /// <summary>A text, cut where it is long.</summary>
    public static string Clip(ReadOnlySpan<char> text) => text.Length <= Longest ? text.ToString() : $"{text[..Longest]}…";
}
