using System.Globalization;
using Backtest.Data.Calendars;
using Backtest.Data.Rows;
using Sylvan.Data.Csv;

namespace Backtest.Data.Csv;

/// <summary>The row a reader stands on, as a bar.</summary>
internal sealed class CsvRow(CsvDataReader csv, CsvColumns columns, BarTimes times, bool hasDecimalComma)
{
    private const int LongestTime = 64;

    private const string PriceOrder = "bars need low ≤ open, close ≤ high";

    /// <summary>Whether the row is an empty line.</summary>
    public bool IsBlank => csv.RowFieldCount == 1 && csv.GetFieldSpan(0).IsWhiteSpace();

    /// <summary>The symbol the row names.</summary>
    public ReadOnlySpan<char> Symbol => csv.GetFieldSpan(columns.Symbol).Trim();

    /// <summary>The time as the row writes it.</summary>
    public ReadOnlySpan<char> Time => csv.GetFieldSpan(columns.Time).Trim();

    /// <summary>Checks that the row has a field for each header.</summary>
    public RowProblem? CheckShape()
    {
        if (csv.RowFieldCount == csv.FieldCount)
            return null;
        string found = string.Create(CultureInfo.InvariantCulture, $"the row has {csv.RowFieldCount} fields, the header {csv.FieldCount}");
        return csv.RowFieldCount == 1 && csv.GetFieldSpan(0).ContainsAny(",;\t|")
            ? new RowProblem("mixed_separators", $"{found}: its fields are parted otherwise", "one file parts all its fields alike")
            : new RowProblem("ragged_row", found, "each row needs a field for each header");
    }

    /// <summary>Reads the time.</summary>
    /// <param name="placement">Knows the bar by its stamp.</param>
    /// <param name="time">When the bar was.</param>
    public RowProblem? ReadTime(IBarPlacement placement, out BarTime time)
    {
        if (columns.TimeOfDay < 0)
            return times.Read(Time, placement, out time);
        Span<char> both = stackalloc char[LongestTime];
        return both.TryWrite($"{Time} {csv.GetFieldSpan(columns.TimeOfDay).Trim()}", out int length)
            ? times.Read(both[..length], placement, out time)
            : times.Read(Time, placement, out time);
    }

    /// <summary>Reads prices and volume.</summary>
    public RowProblem? ReadPrices(out BarPrices prices)
    {
        double volume = 0;
        bool isRead = TryRead(columns.Open, out double open)
            & TryRead(columns.High, out double high)
            & TryRead(columns.Low, out double low)
            & TryRead(columns.Close, out double close)
            & (!columns.HasVolume || TryRead(columns.Volume, out volume));
        prices = new BarPrices(open, high, low, close, volume);
        return isRead && prices.AreSound ? null : FindProblem(prices);
    }

    private RowProblem? FindProblem(in BarPrices prices) =>
        CheckNumber("open", columns.Open)
        ?? CheckNumber("high", columns.High)
        ?? CheckNumber("low", columns.Low)
        ?? CheckNumber("close", columns.Close)
        ?? (columns.HasVolume ? CheckNumber("volume", columns.Volume) : null)
        ?? CheckPrice("open", columns.Open, prices.Open)
        ?? CheckPrice("high", columns.High, prices.High)
        ?? CheckPrice("low", columns.Low, prices.Low)
        ?? CheckPrice("close", columns.Close, prices.Close)
        ?? (prices.Volume < 0
            ? new RowProblem("negative_volume", $"volume {Text(columns.Volume)} is negative", "bars need a volume of zero or above")
            : null)
        ?? (prices.High < prices.Low ? Disorder($"high {Text(columns.High)} is below low {Text(columns.Low)}") : null)
        ?? (prices.High < prices.Open ? Disorder($"high {Text(columns.High)} is below open {Text(columns.Open)}") : null)
        ?? (prices.High < prices.Close ? Disorder($"high {Text(columns.High)} is below close {Text(columns.Close)}") : null)
        ?? (prices.Low > prices.Open ? Disorder($"low {Text(columns.Low)} is above open {Text(columns.Open)}") : null)
        ?? (prices.Low > prices.Close ? Disorder($"low {Text(columns.Low)} is above close {Text(columns.Close)}") : null);

    private RowProblem? CheckNumber(string column, int field)
    {
        if (TryRead(field, out _))
            return null;
        string found = csv.GetFieldSpan(field).IsWhiteSpace() ? $"{column} is empty" : $"{column} '{Text(field)}' is no number";
        return new RowProblem("bad_number", found, Expected(field));
    }

    private string Expected(int field)
    {
        if (hasDecimalComma)
            return "prices and volumes are plain numbers such as 1190,10, as data.decimal says";
        const string Plain = "prices and volumes are plain numbers such as 1190.10";
        return csv.GetFieldSpan(field).Contains(',') ? $"{Plain}; say data.decimal: comma where that is the sign before fractions" : Plain;
    }

    private bool TryRead(int field, out double value) =>
        hasDecimalComma ? NumberText.TryParseWithComma(csv.GetFieldSpan(field), out value) : NumberText.TryParse(csv.GetFieldSpan(field), out value);

    private RowProblem? CheckPrice(string column, int field, double price) =>
        price > 0 ? null : new RowProblem("bad_price", $"{column} {Text(field)} is not above zero", "bars need prices above zero");

    private string Text(int field) => csv.GetFieldSpan(field).Trim().ToString();

    private static RowProblem Disorder(string message) => new("bad_bar", message, PriceOrder);
}
