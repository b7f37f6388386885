namespace Backtest.Reporting;

/// <summary>Turns sentences into remarks.</summary>
internal static class Remarks
{
    private const string Continuation = "  ";

    /// <summary>A remark for each sentence; an indented one continues the one before.</summary>
    public static IReadOnlyList<Remark> Of(IEnumerable<string> sentences)
    {
        var remarks = new List<Remark>();
        foreach (string sentence in sentences)
        {
            if (sentence.StartsWith(Continuation, StringComparison.Ordinal) && remarks.Count > 0)
                remarks[^1] = remarks[^1] with { Text = $"{remarks[^1].Text} {Whole(sentence)}" };
            else
                remarks.Add(Of(sentence));
        }

        return remarks;
    }

    /// <summary>A remark from a sentence, with the part before its colon as the title.</summary>
    public static Remark Of(string sentence)
    {
        int colon = sentence.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0
            ? new Remark(RemarkLevel.Information, Capital(sentence.Trim()), "")
            : new Remark(RemarkLevel.Information, Capital(sentence[..colon].Trim()), Whole(sentence[(colon + 2)..]));
    }

    private static string Whole(string text) => $"{Capital(text.Trim()).TrimEnd('.')}.";

    private static string Capital(string text) => text.Length == 0 ? text : string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));
}
