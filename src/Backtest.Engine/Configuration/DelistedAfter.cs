using System.Globalization;

namespace Backtest.Engine;

/// <summary>How long a symbol goes without a bar before it counts as delisted, as written: <c>10 sessions</c>, <c>14d</c> or <c>never</c>.</summary>
public abstract record DelistedAfter
{
    private const int Longest = 100_000; // more would exceed the range of dates
    private const string NeverWord = "never";
    private const string SessionsWord = "sessions";
    private const string SessionWord = "session";

    private DelistedAfter()
    {
    }

    /// <summary>The default: 10 sessions.</summary>
    public static DelistedAfter Default { get; } = new Sessions(10);

    /// <summary>Parses the text of a run file.</summary>
    /// <returns>The value; <see langword="null"/> if the text does not have the form.</returns>
    public static DelistedAfter? Parse(string text)
    {
        if (text == NeverWord)
            return new Never();
        if (Timeframe.TryParse(text, out Timeframe length) && length.Months == 0)
            return length.Count <= Longest ? new Time(length) : null;
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [var number, SessionsWord or SessionWord]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is > 0 and <= Longest
            ? new Sessions(count)
            : null;
    }

    /// <summary>A number of sessions of the symbol's calendar; without a calendar, five sessions count as a week.</summary>
    public sealed record Sessions(int Count) : DelistedAfter
    {
        /// <inheritdoc/>
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} {(Count == 1 ? SessionWord : SessionsWord)}");
    }

    /// <summary>A length of time.</summary>
    public sealed record Time(Timeframe Length) : DelistedAfter
    {
        /// <inheritdoc/>
        public override string ToString() => Length.ToString();
    }

    /// <summary>Missing bars mean nothing: only an action delists a symbol.</summary>
    public sealed record Never : DelistedAfter
    {
        /// <inheritdoc/>
        public override string ToString() => NeverWord;
    }
}
