using Backtest.Data.Rows;

namespace Backtest.Data.Csv.Recognition;

/// <summary>
/// Finds how a file writes numbers: the one style in which the rows at its start are valid bars. If two styles read different bars from them, the
/// user must specify one.
/// </summary>
internal sealed class NumberStyleFinder(BarSourceOptions.Csv options, CsvColumns columns, IReadOnlyList<StartRow> rows, char separator)
{
    private static readonly char?[] Thousands = [null, ',', '.', '\'', ' '];

    /// <summary>Finds the style.</summary>
    /// <param name="ambiguous">A number that two styles read differently, or <see langword="null"/> if there is none.</param>
    /// <returns>The style; if a number is ambiguous, one of the two.</returns>
    public NumberStyle Find(out AmbiguousNumber? ambiguous)
    {
        ambiguous = null;
        NumberStyle[] candidates = [.. Candidates()];
        (NumberStyle Style, int Bars)[] scores = [.. candidates.Select(style => (style, rows.Count(row => IsBar(row, style))))];
        int most = scores.Max(score => score.Bars);
        if (most == 0)
            return candidates[0];
        List<NumberStyle> fitting = Distinct(scores.Where(score => score.Bars == most).Select(score => score.Style));
        if (fitting.Count > 1)
            fitting = Narrow(fitting);
        if (fitting.Count > 1)
            ambiguous = Difference(fitting[0], fitting[1]);
        return fitting[0];
    }

    private IEnumerable<NumberStyle> Candidates()
    {
        foreach (bool hasComma in new[] { false, true })
        {
            char sign = hasComma ? ',' : '.';
            if (options.HasDecimalComma is { } named && named != hasComma)
                continue;
            foreach (char? between in Thousands)
            {
                if (between != sign && (options.Thousands is null || options.Thousands == between))
                    yield return new NumberStyle(hasComma, between);
            }
        }
    }

    private bool IsBar(StartRow row, NumberStyle style) => TryReadBar(row, style, out BarPrices prices) && prices.AreSound;

    private bool TryReadBar(StartRow row, NumberStyle style, out BarPrices prices)
    {
        double volume = 0;
        bool isRead = style.TryParse(row[columns.Open], out double open)
            & style.TryParse(row[columns.High], out double high)
            & style.TryParse(row[columns.Low], out double low)
            & style.TryParse(row[columns.Close], out double close)
            & (!columns.HasVolume || NumberStyle.IsMissing(row[columns.Volume]) || style.TryParse(row[columns.Volume], out volume));
        prices = new BarPrices(open, high, low, close, volume);
        return isRead;
    }

    /// <summary>The styles that read some row differently; of those that read all rows alike, the first.</summary>
    private List<NumberStyle> Distinct(IEnumerable<NumberStyle> styles)
    {
        var distinct = new List<NumberStyle>();
        foreach (NumberStyle style in styles)
        {
            if (distinct.TrueForAll(other => rows.Any(row => Read(row, other) != Read(row, style))))
                distinct.Add(style);
        }

        return distinct;
    }

    private BarPrices? Read(StartRow row, NumberStyle style) => TryReadBar(row, style, out BarPrices prices) ? prices : null;

    /// <summary>Removes the styles that cannot read other numbers of the rows, and decimal commas if commas separate fields.</summary>
    private List<NumberStyle> Narrow(List<NumberStyle> fitting)
    {
        string[] others = [.. rows.SelectMany(row => row.Fields.Where((text, field) => !columns.Contains(field) && IsNumber(text)))];
        List<NumberStyle> readable = [.. fitting.Where(style => Array.TrueForAll(others, text => style.TryParse(text, out _)))];
        if (readable.Count == 1)
            return readable;
        bool hasCommas = rows.Any(row => columns.Prices.Append(columns.Volume).Any(field => row[field].Contains(',', StringComparison.Ordinal)));
        List<NumberStyle> points = [.. fitting.Where(style => !style.HasDecimalComma)];
        return separator == ',' && !hasCommas && points.Count > 0 ? points : fitting;
    }

    private static bool IsNumber(string text) => text.AsSpan().TrimStart("-+") is [var first, ..] && char.IsAsciiDigit(first)
        && text.AsSpan().ContainsAny('.', ',') && !text.AsSpan().ContainsAny("/:") && text.AsSpan().Count('.') <= 1;

    private AmbiguousNumber? Difference(NumberStyle one, NumberStyle other)
    {
        foreach (StartRow row in rows)
        {
            foreach (int field in columns.Prices.Append(columns.Volume).Where(field => field >= 0))
            {
                if (one.TryParse(row[field], out double first) && other.TryParse(row[field], out double second) && !first.Equals(second))
                    return new AmbiguousNumber(row.Line, row[field], (one, first), (other, second));
            }
        }

        return null;
    }
}
