using System.Globalization;

namespace Backtest.Data.Lean;

/// <summary>A ticker of a symbol and when it was used: a line of its map file.</summary>
/// <param name="Ticker">The ticker, as in file names.</param>
/// <param name="FirstDay">The first day it was used, as a <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="LastDay">The last day it was used.</param>
internal sealed record LeanTicker(string Ticker, int FirstDay, int LastDay)
{
    /// <summary>A symbol that never had another ticker.</summary>
    public static LeanTicker Always(string symbol) => new(LeanFolder.Ticker(symbol), FirstDay: 0, DateOnly.MaxValue.DayNumber);

    /// <summary>The part within a range of days; empty if its first day is after its last.</summary>
    public LeanTicker Within(DateOnly? first, DateOnly? last) => this with
    {
        FirstDay = Math.Max(FirstDay, first?.DayNumber ?? 0),
        LastDay = Math.Min(LastDay, last?.DayNumber ?? int.MaxValue),
    };

    /// <summary>
    /// Reads a map file: each line has a day, the ticker up to that day, and the exchange; the first line has the symbol's first day.
    /// </summary>
    /// <exception cref="InputException">A line is invalid.</exception>
    public static IReadOnlyList<LeanTicker> Read(string path, string[] lines)
    {
        List<LeanTicker> tickers = [];
        int first = int.MinValue;
        for (int i = 0; i < lines.Length; i++)
        {
            string[] fields = lines[i].Split(',');
            if (fields.Length < 2
                || !DateOnly.TryParseExact(fields[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
                throw new InputException(new InputError("bad_map_file", $"'{lines[i]}' is not a date with a ticker")
                {
                    Position = new SourcePosition(path, i + 1),
                    Fix = "Lines of a map file are like 20200102,spy,P.",
                });
            if (first == int.MinValue)
                first = day.DayNumber;
            else
            {
                tickers.Add(new LeanTicker(fields[1], first, day.DayNumber));
                first = day.DayNumber + 1;
            }
        }

        return tickers;
    }
}
