using System.Text;
using Backtest.Abstractions.Runtime;
using Backtest.Data.Rows;
using Backtest.Data.Time;

namespace Backtest.Data.Lean;

/// <summary>Reads the fields of a row: its time, then the prices and the volume of trades, or those of bid and ask.</summary>
internal sealed class LeanRow(LeanChoice bars)
{
    private const int FieldsOfTrades = 6;
    private const int FieldsOfQuotes = 11;
    private const int LongestTime = 32;

    private BarPrices _bid;
    private BarPrices _ask;

    /// <summary>Reads the time of a row: milliseconds since midnight of the file's date, or a date with a time of day.</summary>
    /// <param name="fields">The row.</param>
    /// <param name="date">The file's date, or <see langword="null"/> if each row has its own.</param>
    /// <param name="local">The time on the clock of the data's zone, in ticks.</param>
    public static bool TryTakeTime(ref LeanFields fields, DateOnly? date, out long local)
    {
        if (date is { } day)
        {
            bool isTime = fields.TryTake(out double milliseconds) && milliseconds >= 0 && milliseconds < TimeSpan.MillisecondsPerDay;
            local = day.DayNumber * TimeSpan.TicksPerDay + (isTime ? (long)milliseconds * TimeSpan.TicksPerMillisecond : 0);
            return isTime;
        }

        local = 0;
        ReadOnlySpan<byte> field = fields.Take();
        if (field.Length > LongestTime)
            return false;
        Span<char> text = stackalloc char[LongestTime];
        return TimeText.TryParse(TimeStyle.Compact, text[..Encoding.ASCII.GetChars(field, text)], out local, out _);
    }

    /// <summary>Reads prices and volume; text that is not a number results in a price of zero, which no valid bar has.</summary>
    public bool TryTakePrices(ref LeanFields fields, out BarPrices prices)
    {
        bool isRead = TryTakeSide(ref fields, out prices);
        if (bars.AreQuotes)
        {
            fields.Take();
            isRead &= TryTakeSide(ref fields, out BarPrices ask);
            _bid = prices;
            _ask = ask;
            prices = new BarPrices(
                Middle(prices.Open, ask.Open),
                Middle(prices.High, ask.High),
                Middle(prices.Low, ask.Low),
                Middle(prices.Close, ask.Close),
                Volume: 0);
            return isRead;
        }

        isRead &= fields.TryTake(out double volume);
        prices = prices with { Volume = volume };
        return isRead;
    }

    /// <summary>Bid and ask of the last row of quotes read; NaN if there was no bid or ask.</summary>
    public (QuotePrices Bid, QuotePrices Ask) Quotes => (Side(_bid), Side(_ask));

    /// <summary>Reads bid and ask of a row of quotes.</summary>
    /// <returns>Whether they could be read.</returns>
    public bool TryTakeQuotes(ref LeanFields fields, out QuotePrices bid, out QuotePrices ask)
    {
        bool isRead = TryTakePrices(ref fields, out _);
        (bid, ask) = Quotes;
        return isRead;
    }

    /// <summary>Why a row whose time or prices are invalid is not a bar.</summary>
    /// <param name="row">The row.</param>
    /// <param name="hasTime">Whether its time could be read.</param>
    /// <param name="prices">Its prices, as far as they could be read.</param>
    public RowProblem FindProblem(ReadOnlySpan<byte> row, bool hasTime, BarPrices prices)
    {
        int fields = row.Count((byte)',') + 1;
        int expected = bars.AreQuotes ? FieldsOfQuotes : FieldsOfTrades;
        if (fields < expected)
            return new RowProblem(
                "ragged_row", FormattableString.Invariant($"the row has {fields} fields"), $"{bars.Kind} bars have {expected}");
        string text = Encoding.ASCII.GetString(row);
        if (!hasTime)
            return new RowProblem(
                "bad_time", $"'{text.Split(',')[0]}' is not a time", "a time is in milliseconds since midnight, or like 20131007 09:00");
        return (prices.AreSound ? null : prices.FindProblem()) is { } problem && text.Split(',').Skip(1).All(IsNumber)
            ? problem
            : new RowProblem("bad_number", $"a field of '{text}' is not a number", "prices and volumes are plain numbers");
    }

    /// <summary>Reads one side; an empty field means no bid or ask and results in zero.</summary>
    private bool TryTakeSide(ref LeanFields fields, out BarPrices prices)
    {
        bool isRead = TryTakePrice(ref fields, out double open)
            & TryTakePrice(ref fields, out double high)
            & TryTakePrice(ref fields, out double low)
            & TryTakePrice(ref fields, out double close);
        prices = new BarPrices(open, high, low, close, Volume: 0);
        return isRead;
    }

    private bool TryTakePrice(ref LeanFields fields, out double price)
    {
        if (bars.AreQuotes && fields.IsEmpty)
        {
            fields.Take();
            price = 0;
            return true;
        }

        bool isRead = fields.TryTake(out double number);
        price = number / bars.PriceScale;
        return isRead;
    }

    /// <summary>The middle of bid and ask, or the only one present if the other is missing.</summary>
    private static double Middle(double bid, double ask) => bid > 0 && ask > 0 ? (bid + ask) / 2 : Math.Max(bid, ask);

    private static QuotePrices Side(in BarPrices side) =>
        side.Low > 0 ? new QuotePrices(side.Open, side.High, side.Low, side.Close) : QuotePrices.None;

    private static bool IsNumber(string field) => field.Length == 0 || NumberText.TryParse(field, out _);
}
