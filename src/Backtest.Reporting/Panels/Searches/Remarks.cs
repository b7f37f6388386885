namespace Backtest.Reporting;

/// <summary>Remarks of sentences.</summary>
internal static class Remarks
{
    /// <summary>A sentence with what is before its colon as the title.</summary>
    public static Remark Of(string sentence)
    {
        int colon = sentence.IndexOf(": ", StringComparison.Ordinal);
        (string title, string text) = colon < 0 ? (sentence.Trim(), "") : (sentence[..colon].Trim(), sentence[(colon + 2)..]);
        return new Remark(RemarkLevel.Information, string.Concat(title[..1].ToUpperInvariant(), title.AsSpan(1)), text);
    }
}
