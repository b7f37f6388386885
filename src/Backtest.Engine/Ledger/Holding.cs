using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// What one strategy holds of one instrument. The cost is kept as an amount, not as a price, so that every sum of money is exact.
/// </summary>
[PartOf<Portfolio>]
internal sealed class Holding(int strategy, Instrument instrument)
{
    private const int CostDecimals = 10;
    private const int MoneyDecimals = 8;

    private readonly HashSet<int> _laterEntries = []; // orders that entered it, but the first
    private int _firstEntry;
    private FillSum _entries;
    private FillSum _exits;
    private decimal _held;
    private decimal _paid;
    private decimal _commission;
    private decimal _tradeRealized;
    private long _entryIndex;
    private long _entryBarStart;
    private long _entryTime;
    private string? _entryRegime;
    private double _worst;
    private double _best;
    private long _markedTo; // the first bar, by its place in the instrument's history, whose prices are not yet looked at
    private readonly EnteredInside _enteredInside = new();
    private double _quantity;
    private double _cost;
    private double _realized;

    /// <summary>Where the strategy reads its position.</summary>
    public PositionCell Cell { get; } = new();

    public int Strategy { get; } = strategy;

    public Instrument Instrument { get; } = instrument;

    /// <summary>Counts the portfolio's positions as they are opened.</summary>
    public long Opening { get; set; }

    /// <summary>Below zero short.</summary>
    public decimal Quantity => _held;

    /// <summary>The money the quantity cost; below zero for a short, which brought money.</summary>
    public decimal Cost => _paid;

    public decimal AveragePrice
    {
        get
        {
            if (Quantity == 0)
                return 0;
            return _exits.Quantity == 0 ? _entries.Price(Instrument) : Cost / Instrument.PointValue(Quantity);
        }
    }

    /// <summary>Takes a fill.</summary>
    /// <param name="fill">The fill; one that closes never passes zero.</param>
    /// <param name="value">What it is worth.</param>
    /// <param name="regime">The regime, when it opens a position.</param>
    /// <returns>The profit it realized, commissions left out.</returns>
    public decimal Apply(in FillEvent fill, decimal value, string? regime)
    {
        bool buys = fill.Side == Side.Buy;
        bool isFlat = Quantity == 0;
        decimal realized = 0;
        if (isFlat)
            Begin(fill, regime);
        else
            Amounts.Add(ref _commission, fill.Commission);
        if (isFlat || Quantity > 0 == buys)
        {
            decimal signed = buys ? fill.Quantity : -fill.Quantity;
            Amounts.Add(ref _paid, buys ? value : -value);
            Amounts.Add(ref _held, signed);
            _entries.Add(fill.Quantity, fill.Price, value);
            if (fill.Time > fill.BarStart)
                _enteredInside.Add(fill.BarIndex, (double)Instrument.PointValue(signed), (double)fill.Price);
            Entered(fill);
        }
        else
        {
            MarkAtExit(fill);
            _exits.Add(fill.Quantity, fill.Price, value);
            realized = Reduce(fill.Quantity, value);
        }

        Changed();
        return realized;
    }

    /// <summary>
    /// Takes note of what it stood at in the rows before one, through which nothing else happened to it. Profit rises or falls with the price, so
    /// that the extremes of all of them are those of the rows.
    /// </summary>
    public void MarkTo(BarSeries series, int to)
    {
        int from = (int)(_markedTo - series.FirstIndex);
        _markedTo = series.FirstIndex + to;
        if (Quantity == 0 || from >= to)
            return;
        if (_enteredInside.Is(series.FirstIndex + from))
        {
            Stood((_quantity * series.High[from]) + _enteredInside.ShortOfHigh(series, from));
            Stood((_quantity * series.Low[from]) + _enteredInside.ShortOfLow(series, from));
            if (++from == to)
                return;
        }

        ReadOnlySpan<double> highs = series.High.AsSpan(from, to - from);
        ReadOnlySpan<double> lows = series.Low.AsSpan(from, to - from);
        (double high, double low) = (highs[0], lows[0]);
        for (int row = 1; row < highs.Length; row++)
        {
            if (highs[row] > high)
                high = highs[row];
            if (lows[row] < low)
                low = lows[row];
        }

        Stood(_quantity * high);
        Stood(_quantity * low);
    }

    /// <summary>Restates what is held in units after a split. The cost stays; what is no whole lot is paid out at the split's price.</summary>
    /// <returns>The money paid out, below zero for a short, and the profit it realized.</returns>
    public (decimal Cash, decimal Realized) Split(in SplitEvent split)
    {
        decimal units = split.Units(Quantity);
        decimal part = Math.Abs(units - split.Lots(Quantity));
        decimal value = Math.Round(part * split.Price * Instrument.Multiplier, CostDecimals);
        bool isLong = Quantity > 0;
        _held = units;
        _entries.Split(split);
        _exits.Split(split);
        decimal realized = 0;
        if (part > 0)
        {
            _exits.Add(part, value);
            realized = Reduce(part, value);
        }

        ref Position position = ref Cell.Position;
        position = position with { LastEntryPrice = position.LastEntryPrice / split.Ratio };
        Changed();
        return (isLong ? value : -value, realized);
    }

    /// <summary>Takes a dividend on what is held: a part of the trade's profit.</summary>
    /// <returns>The money received; below zero: a short pays it.</returns>
    public decimal Pay(in DividendEvent dividend)
    {
        decimal cash = Quantity * dividend.Amount * Instrument.Multiplier;
        _tradeRealized += cash;
        Changed();
        return cash;
    }

    /// <summary>The trade that has just ended.</summary>
    /// <param name="id">Counts the portfolio's trades from 1.</param>
    /// <param name="direction">The side the position had.</param>
    /// <param name="time">When it ended, UTC.</param>
    /// <param name="barStart">The start of the bar it ended on, UTC.</param>
    /// <param name="barIndex">The place of that bar in the instrument's history.</param>
    public TradeEvent Close(int id, Direction direction, DateTime time, DateTime barStart, long barIndex)
    {
        decimal profit = _tradeRealized;
        Amounts.Subtract(ref profit, _commission);
        double gross = Amounts.ToDouble(_tradeRealized);
        var trade = new TradeEvent
        {
            Id = id,
            StrategyIndex = Strategy,
            Instrument = Instrument,
            Direction = direction,
            Quantity = _entries.Quantity,
            EntryTime = _entryTime,
            EntryIndex = _entryIndex,
            EntryBarStart = _entryBarStart,
            EntryPrice = _entries.Price(Instrument),
            ExitTime = time.Ticks,
            ExitIndex = barIndex,
            ExitBarStart = barStart.Ticks,
            ExitPrice = _exits.Price(Instrument),
            Profit = profit,
            Return = _entries.Value == 0 ? 0 : profit / _entries.Value,
            MaximumAdverseExcursion = Money(Math.Min(_worst, gross)),
            MaximumFavorableExcursion = Money(Math.Max(_best, gross)),
            Commission = _commission,
            EntryRegime = _entryRegime,
        };
        Cell.Position = default;
        _enteredInside.Clear();
        return trade;
    }

    /// <summary>An amount without the last digits of double arithmetic, in which nothing is not quite nothing.</summary>
    private static double Money(double amount) => Math.Round(amount, MoneyDecimals) + 0.0;

    /// <summary>The position for the record, at the last close.</summary>
    public PositionRecord Describe(double close) =>
        new(Strategy, Instrument, Quantity, AveragePrice, close, (Quantity * (decimal)close * Instrument.Multiplier) - Cost);

    /// <summary>Takes off a part of what is held.</summary>
    /// <param name="quantity">How many, above zero.</param>
    /// <param name="value">What they were worth.</param>
    /// <returns>The profit it realized.</returns>
    private decimal Reduce(decimal quantity, decimal value)
    {
        decimal share = quantity == Math.Abs(Quantity) ? Cost : Math.Round(Cost * quantity / Math.Abs(Quantity), CostDecimals);
        decimal realized = Quantity > 0 ? value : -value;
        Amounts.Subtract(ref realized, share);
        Amounts.Subtract(ref _paid, share);
        Amounts.Add(ref _held, Quantity > 0 ? -quantity : quantity);
        Amounts.Add(ref _tradeRealized, realized);
        return realized;
    }

    /// <summary>
    /// Of the bar an exit fills in, its open counts, and what lies between open and exit, unless the position was entered inside the bar: the
    /// open came before it then.
    /// </summary>
    private void MarkAtExit(in FillEvent fill)
    {
        if (!_enteredInside.Is(fill.BarIndex) && fill.BarIndex > _entryIndex)
            Stood(_quantity * fill.BarOpen);
        Stood(_quantity * (double)fill.Price);
    }

    /// <summary>Takes note of a value the position stood at.</summary>
    private void Stood(double value)
    {
        double profit = value - _cost + _realized;
        _best = Math.Max(_best, profit);
        _worst = Math.Min(_worst, profit);
    }

    private void Changed()
    {
        if (Quantity == 0)
        {
            // The trade has ended: nothing is valued any more, and its position goes with it.
            _quantity = 0;
            Cell.Hold(0, 0, _entryIndex);
            return;
        }

        _quantity = Amounts.ToDouble(Instrument.PointValue(Quantity));
        _cost = Amounts.ToDouble(_paid);
        _realized = Amounts.ToDouble(_tradeRealized);
        ref Position position = ref Cell.Position;
        position = position with { Quantity = Quantity, AveragePrice = AveragePrice };
        Cell.Hold(_quantity, _cost, _entryIndex);
    }

    private void Begin(in FillEvent fill, string? regime)
    {
        (_entries, _exits) = (default, default);
        (_commission, _tradeRealized) = (fill.Commission, 0);
        (_best, _worst) = (0, 0);
        _laterEntries.Clear();
        _firstEntry = fill.OrderId;
        _entryIndex = fill.BarIndex;
        _entryBarStart = fill.BarStart.Ticks;
        _entryTime = fill.Time.Ticks;
        _entryRegime = regime;
        Cell.Position = new Position { EntryTime = fill.Time };
    }

    private void Entered(in FillEvent fill)
    {
        ref Position position = ref Cell.Position;
        if (fill.OrderId != _firstEntry)
            _laterEntries.Add(fill.OrderId);
        position = position with { LastEntryPrice = fill.Price, Entries = 1 + _laterEntries.Count };
    }
}
