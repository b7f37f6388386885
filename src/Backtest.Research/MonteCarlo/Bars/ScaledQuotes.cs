using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>Bid and ask of a bar, which go with its close: a spread is no price of its own.</summary>
internal static class ScaledQuotes
{
    /// <summary>Scales one side of a row, where it can be.</summary>
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
