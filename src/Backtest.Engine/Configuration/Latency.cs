using System.Globalization;

namespace Backtest.Engine;

/// <summary>How long orders, amendments and cancellations take to reach the market, as written: <c>1 bar</c> or <c>5m</c>.</summary>
public abstract record Latency
{
    private const int Longest = 100_000;

    private Latency()
    {
    }

    /// <summary>Parses the text of a run file.</summary>
    /// <returns>The value; <see langword="null"/> if the text does not have the form.</returns>
    public static Latency? Parse(string text)
    {
        if (Timeframe.TryParse(text, out Timeframe length) && length.Months == 0)
            return length.Count <= Longest ? new Time(length) : null;
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [var number, "bar" or "bars"]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is > 0 and <= Longest
            ? new Bars(count)
            : null;
    }

    /// <summary>A number of bars of the instrument, beyond the one after the decision.</summary>
    public sealed record Bars(int Count) : Latency
    {
        /// <inheritdoc/>
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} {(Count == 1 ? "bar" : "bars")}");
    }

    /// <summary>A length of time: orders arrive with the first bar that starts at its end or later.</summary>
    public sealed record Time(Timeframe Length) : Latency
    {
        /// <inheritdoc/>
        public override string ToString() => Length.ToString();
    }
}
