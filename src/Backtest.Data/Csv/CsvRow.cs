using System.Globalization;
using Backtest.Abstractions.Runtime;
using Backtest.Data.Calendars;
using Backtest.Data.Rows;
using Backtest.Data.Time;

namespace Backtest.Data.Csv;

/// <summary>The current row of a reader, as a bar.</summary>
internal sealed class CsvRow(FieldReader fields, CsvLayout layout, BarTimes times)
{
    private const int LongestTime = 64;

    private const string PriceOrder = "bars need low ≤ open, close ≤ high";

    private readonly CsvColumns _columns = layout.Columns;
    private readonly NumberStyle _numbers = layout.Numbers;
    private readonly bool _isScaled = !layout.PriceScale.Equals(1);

    // A scale of 0.0001 is not exact in binary, but 10000 is.
    private readonly double _divisor = Math.Round(1 / layout.PriceScale) is >= 1 and var whole && Math.Abs(whole * layout.PriceScale - 1) < 1e-9 ? whole : 0;

    /// <summary>The symbol the row names.</summary>
    public ReadOnlySpan<char> Symbol => fields[_columns.Symbol];

    /// <summary>The time as the row writes it.</summary>
    public ReadOnlySpan<char> Time => fields[_columns.Time];

    /// <summary>The row's value in the column that looks like a symbol.</summary>
    public ReadOnlySpan<char> LikeSymbol => fields[_columns.LikeSymbol];

    /// <summary>The line the row begins on.</summary>
    public int Line => fields.Line;

    /// <summary>Whether the row has a volume in the column that is empty at the start of the file.</summary>
    public bool HasUnusedVolume => _columns.BlankVolume >= 0 && !NumberStyle.IsMissing(fields[_columns.BlankVolume]);

    /// <summary>Checks that the row has a field for each header; separators may follow the last field.</summary>
    public RowProblem? CheckShape()
    {
        int expected = layout.Headers.Count;
        if (fields.Count == expected || IsLongerByBlanks(expected))
            return null;
        string found = string.Create(
            CultureInfo.InvariantCulture, $"the row has {fields.Count} {(fields.Count == 1 ? "field" : "fields")}, the header {expected}");
        return fields.Count == 1 && fields[0].ContainsAny(",;\t|")
            ? new RowProblem("mixed_separators", $"{found}: it uses another separator", "all rows of a file need the same separator")
            : new RowProblem("ragged_row", found, "each row needs one field for each header");
    }

    /// <summary>Reads the time.</summary>
    /// <param name="placement">Determines the bar's times from its stamp.</param>
    /// <param name="time">The bar's times.</param>
    public RowProblem? ReadTime(IBarPlacement placement, out BarTime time)
    {
        if (_columns.TimeOfDay < 0)
            return times.Read(Time, placement, out time);
        Span<char> both = stackalloc char[LongestTime];
        int length = TimeReading.Join(Time, fields[_columns.TimeOfDay], times.DigitsOfDay, both);
        return times.Read(length == 0 ? Time : both[..length], placement, out time);
    }

    /// <summary>Reads prices and volume.</summary>
    public RowProblem? ReadPrices(out BarPrices prices)
    {
        double volume = 0;
        bool isRead = TryRead(_columns.Open, out double open)
            & TryRead(_columns.High, out double high)
            & TryRead(_columns.Low, out double low)
            & TryRead(_columns.Close, out double close)
            & (!_columns.HasVolume || TryReadVolume(out volume));
        prices = _isScaled
            ? new BarPrices(Scale(open), Scale(high), Scale(low), Scale(close), volume)
            : new BarPrices(open, high, low, close, volume);
        return isRead && prices.AreSound ? null : FindProblem(prices);
    }

    /// <summary>Reads bids and asks. An empty field or a zero means that there was no bid or ask.</summary>
    public RowProblem? ReadQuotes(out BarQuotes quotes)
    {
        RowProblem? bids = ReadQuotes("bid", _columns.Bid, out QuotePrices bid);
        RowProblem? asks = ReadQuotes("ask", _columns.Ask, out QuotePrices ask);
        quotes = new BarQuotes(bid, ask);
        return bids ?? asks;
    }

    private RowProblem? ReadQuotes(string side, QuoteFields columns, out QuotePrices prices)
    {
        bool isRead = TryReadQuote(columns.Open, out double open)
            & TryReadQuote(columns.High, out double high)
            & TryReadQuote(columns.Low, out double low)
            & TryReadQuote(columns.Close, out double close);
        prices = new QuotePrices(open, high, low, close);
        if (isRead)
            return null;
        int field = Array.Find([columns.Open, columns.High, columns.Low, columns.Close], field => !TryReadQuote(field, out _));
        return new RowProblem("bad_quote", $"{side} '{Text(field)}' is not a price", Expected(fields[field]));
    }

    private bool TryReadQuote(int field, out double price)
    {
        price = double.NaN;
        if (field < 0 || NumberStyle.IsMissing(fields[field]))
            return true;
        if (!TryRead(field, out double found) || found < 0)
            return false;
        if (found > 0)
            price = _isScaled ? Scale(found) : found;
        return true;
    }

    private bool IsLongerByBlanks(int expected)
    {
        for (int field = expected; field < fields.Count; field++)
        {
            if (!fields[field].IsEmpty)
                return false;
        }

        return fields.Count > expected;
    }

    private RowProblem? FindProblem(in BarPrices prices) =>
        CheckNumber("open", _columns.Open)
        ?? CheckNumber("high", _columns.High)
        ?? CheckNumber("low", _columns.Low)
        ?? CheckNumber("close", _columns.Close)
        ?? (_columns.HasVolume && !TryReadVolume(out _) ? NotANumber("volume", _columns.Volume) : null)
        ?? CheckOpen(prices)
        ?? CheckPrice("open", _columns.Open, prices.Open)
        ?? CheckPrice("high", _columns.High, prices.High)
        ?? CheckPrice("low", _columns.Low, prices.Low)
        ?? CheckPrice("close", _columns.Close, prices.Close)
        ?? (prices.Volume < 0
            ? new RowProblem("negative_volume", $"volume {Text(_columns.Volume)} is negative", "bars need a volume of zero or above")
            : null)
        ?? (prices.High < prices.Low ? Disorder($"high {Text(_columns.High)} is below low {Text(_columns.Low)}") : null)
        ?? (prices.High < prices.Open ? Disorder($"high {Text(_columns.High)} is below open {Text(_columns.Open)}") : null)
        ?? (prices.High < prices.Close ? Disorder($"high {Text(_columns.High)} is below close {Text(_columns.Close)}") : null)
        ?? (prices.Low > prices.Open ? Disorder($"low {Text(_columns.Low)} is above open {Text(_columns.Open)}") : null)
        ?? (prices.Low > prices.Close ? Disorder($"low {Text(_columns.Low)} is above close {Text(_columns.Close)}") : null);

    private RowProblem? CheckNumber(string column, int field) => TryRead(field, out _) ? null : NotANumber(column, field);

    private RowProblem NotANumber(string column, int field)
    {
        ReadOnlySpan<char> text = fields[field];
        string found = text.IsEmpty ? $"{column} is empty" : $"{column} '{Text(field)}' is not a number";
        return new RowProblem("bad_number", found, Expected(text));
    }

    /// <summary>The form of numbers in this file, and the key with which this one could be read.</summary>
    private string Expected(ReadOnlySpan<char> text)
    {
        string plain = $"numbers in this file look like {(_numbers.HasDecimalComma ? "1190,10" : "1190.10")}";
        foreach (char between in ",.' ")
        {
            bool isComma = between == '.' || (between != ',' && _numbers.HasDecimalComma);
            if (between != _numbers.Thousands && new NumberStyle(isComma, between).TryParse(text, out _))
                return isComma == _numbers.HasDecimalComma
                    ? $"{plain}; if it has groups of digits, set data.thousands: {NumberStyle.ThousandsWord(between)}"
                    : $"{plain}; if it has a {(isComma ? "comma" : "point")} before fractions, set data.decimal: {(isComma ? "comma" : "point")}";
        }

        return new NumberStyle(!_numbers.HasDecimalComma, Thousands: null).TryParse(text, out _)
            ? $"{plain}; if it has a {(_numbers.HasDecimalComma ? "point" : "comma")} before fractions, set data.decimal: {(_numbers.HasDecimalComma ? "point" : "comma")}"
            : plain;
    }

    private bool TryRead(int field, out double value) => _numbers.TryParse(fields[field], out value);

    /// <summary>Reads the volume; a missing volume is zero, and the bar is still valid.</summary>
    private bool TryReadVolume(out double volume)
    {
        ReadOnlySpan<char> text = fields[_columns.Volume];
        return _numbers.TryParse(text, out volume) || NumberStyle.IsMissing(text);
    }

    private double Scale(double price) => _divisor > 0 ? price / _divisor : price * layout.PriceScale;

    // Quotes of early years have no opens and a 0 in their place; the rest of such a bar is valid.
    private RowProblem? CheckOpen(in BarPrices prices) => prices.Open == 0 && (prices with { Open = prices.Close }).AreSound
        ? new RowProblem(
            "bad_price",
            $"open {Text(_columns.Open)} is not above zero",
            $"bars need prices above zero; if no open is known, set data.columns: {{open: {layout.Headers[_columns.Close]}}} to use the close instead")
        : null;

    private RowProblem? CheckPrice(string column, int field, double price) => BarPrices.CheckPrice(column, price, Text(field));

    private string Text(int field) => RowText.Clip(fields[field]);

    private static RowProblem Disorder(string message) => new("bad_bar", message, PriceOrder);
}
