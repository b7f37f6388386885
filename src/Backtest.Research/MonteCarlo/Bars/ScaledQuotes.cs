using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>Scales bid and ask of a bar with its close: a spread has no move of its own.</summary>
internal static class ScaledQuotes
{
    /// <summary>Scales one side of a row, if possible.</summary>
    public static void Scale(QuoteColumns? quotes, int row, double scale)
    {
        if (quotes is null || !double.IsFinite(scale))
            return;
        quotes.Open[row] *= scale;
        quotes.High[row] *= scale;
        quotes.Low[row] *= scale;
        quotes.Close[row] *= scale;
    }
}
