using System.Globalization;

namespace Backtest.Data.Lean;

/// <summary>
/// Derives splits and dividends from a factor file. Each line has the last day of a price factor and a split factor, and that day's close. With the
/// factors of the next line, the next dividend is close × (1 − price factor / next price factor), and the split's ratio is next split factor /
/// split factor.
/// </summary>
internal static class LeanFactors
{
    // Factors have seven digits; a change within their error is no event, and an amount within it may be rounded.
    private const decimal Error = 1e-5m;
    private const decimal FactorStep = 1e-7m;
    private const int LargestDenominator = 32;
    private const int MostDecimals = 6;
    private const int CentDecimals = 2;

    /// <summary>Reads a factor file.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="path">The file, for errors.</param>
    /// <param name="lines">The lines of the file.</param>
    /// <param name="dividends">How to compute dividends.</param>
    /// <param name="splits">How to compute splits.</param>
    /// <param name="next">Returns the trading day after a day.</param>
    /// <exception cref="InputException">A line is invalid.</exception>
    public static IEnumerable<CorporateAction> Read(
        string symbol, string path, string[] lines, LeanDividends dividends, LeanSplits splits, Func<int, int> next)
    {
        Row[] rows = [.. lines.Select((line, i) => Parse(line, new SourcePosition(path, i + 1)))];
        foreach ((Row row, Row later) in rows.Zip(rows.Skip(1)))
        {
            DateOnly exDate = DateOnly.FromDayNumber(next(row.Day.DayNumber));
            decimal amount = row.Close * (1 - row.Price / later.Price);
            decimal error = row.Close * FactorStep / later.Price;
            if (amount > 2 * error)
            {
                decimal unrounded = Rounded(amount, error);
                // From the unrounded difference, rounded half to even: Dividend.ComputeDistribution of LEAN.
                decimal paid = dividends == LeanDividends.Cents ? Math.Round(amount, CentDecimals) : unrounded;
                yield return new Dividend(symbol, exDate, paid) { Unrounded = paid == unrounded ? null : unrounded };
            }

            decimal ratio = later.Split / row.Split;
            if (Math.Abs(ratio - 1) > Error)
                yield return new Split(symbol, exDate, splits == LeanSplits.Ratios ? Simplest(ratio) : ratio);
        }
    }

    /// <summary>
    /// The steps that put prices on the file's own scale, as LEAN reads it: a bar's price is multiplied by both factors of the first line with its
    /// day or a later one, whatever days are read.
    /// </summary>
    /// <exception cref="InputException">A line is invalid.</exception>
    public static IReadOnlyList<AdjustmentStep> Scale(string path, string[] lines) =>
    [
        .. lines.Select((line, i) => Parse(line, new SourcePosition(path, i + 1)))
            .Where(row => row.Day < DateOnly.MaxValue)
            .OrderBy(row => row.Day)
            .Select(row => new AdjustmentStep(row.Day.AddDays(1), (double)(1 / (row.Price * row.Split)), (double)(1 / row.Split))),
    ];

    /// <summary>The amount with the fewest decimals, but at least two, that the factors allow.</summary>
    private static decimal Rounded(decimal amount, decimal error)
    {
        for (int decimals = CentDecimals; decimals < MostDecimals; decimals++)
        {
            decimal rounded = Math.Round(amount, decimals);
            if (rounded > 0 && Math.Abs(rounded - amount) <= error)
                return rounded;
        }

        return Math.Round(amount, MostDecimals);
    }

    /// <summary>The ratio of the smallest numbers of shares that the factors allow, or the ratio itself if there is none.</summary>
    private static decimal Simplest(decimal ratio)
    {
        for (int before = 1; before <= LargestDenominator; before++)
        {
            decimal after = Math.Round(ratio * before);
            if (after > 0 && Math.Abs(after / before / ratio - 1) <= Error)
                return after / before;
        }

        return ratio;
    }

    private static Row Parse(string line, SourcePosition position)
    {
        string[] fields = line.Split(',');
        return fields.Length >= 3
            && DateOnly.TryParseExact(fields[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            && TryParse(fields[1], out decimal price) && price > 0
            && TryParse(fields[2], out decimal split) && split > 0
            && TryParse(fields.ElementAtOrDefault(3) ?? "0", out decimal close)
            ? new Row(day, price, split, close)
            : throw new InputException(new InputError("bad_factor_file", $"'{line}' is not a date with a price factor and a split factor above zero")
            {
                Position = position,
                Fix = "Lines of a factor file are like 20140606,0.9011818,0.0357143,645.57.",
            });
    }

    private static bool TryParse(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private readonly record struct Row(DateOnly Day, decimal Price, decimal Split, decimal Close);
}
