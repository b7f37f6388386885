using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// One strategy's position in one instrument. The cost is kept as an amount rather than as a price, so that every sum of money is exact.
/// </summary>
[PartOf<Portfolio>]
internal sealed partial class Holding(int strategy, Instrument instrument)
{
    private const int CostDecimals = 10;
    private const int MoneyDecimals = 8;

    private readonly HashSet<int> _laterEntries = []; // the orders that entered it, except the first
    private int _firstEntry;
    private FillSum _entries;
    private FillSum _exits;
    private decimal _held;
    private decimal _paid;
    private decimal _commission;
    private decimal _tradeRealized;
    private long _entryBarStart;
    private long _entryTime;
    private string? _entryRegime;
    private double _quantity;
    private double _cost;
    private double _realized;

    /// <summary>The cell in which the strategy reads its position.</summary>
    public PositionCell Cell { get; } = new();

    public int Strategy { get; } = strategy;

    public Instrument Instrument { get; } = instrument;

    /// <summary>The number of the position among those the portfolio has opened.</summary>
    public long Opening { get; set; }

    /// <summary>The quantity held; below zero for short.</summary>
    public decimal Quantity => _held;

    /// <summary>The cost of the quantity, in money; below zero for a short, which received money.</summary>
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

    /// <summary>Applies a fill.</summary>
    /// <param name="fill">The fill; a closing fill never crosses zero.</param>
    /// <param name="bar">The bar of the fill, or the finer bar inside it.</param>
    /// <param name="value">The value of the fill.</param>
    /// <param name="regime">The regime, if the fill opens a position.</param>
    /// <returns>The realized profit, before commissions.</returns>
    public decimal Apply(in FillEvent fill, in MetBar bar, decimal value, string? regime)
    {
        bool buys = fill.Side == Side.Buy;
        bool isFlat = Quantity == 0;
        decimal realized = 0;
        if (isFlat)
            Begin(fill, bar, regime);
        else
            Amounts.Add(ref _commission, fill.Commission);
        if (isFlat || Quantity > 0 == buys)
        {
            decimal signed = buys ? fill.Quantity : -fill.Quantity;
            Amounts.Add(ref _paid, buys ? value : -value);
            Amounts.Add(ref _held, signed);
            _entries.Add(fill.Quantity, fill.Price, value);
            if (fill.Time.Ticks > bar.Start)
                _enteredInside.Add(bar, (double)Instrument.PointValue(signed), (double)fill.Price);
            Entered(fill);
        }
        else
        {
            MarkAtExit(bar, (double)fill.Price);
            _exits.Add(fill.Quantity, fill.Price, value);
            realized = Reduce(fill.Quantity, value);
        }

        Changed();
        return realized;
    }

    /// <summary>Restates the position in units after a split. The cost does not change; parts of a lot are paid out at the split's price.</summary>
    /// <returns>The money paid out, which is below zero for a short, and the realized profit.</returns>
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

    /// <summary>Applies a dividend to the position; it is part of the trade's profit.</summary>
    /// <returns>The money received; below zero for a short, which pays it.</returns>
    public decimal Pay(in DividendEvent dividend)
    {
        decimal cash = Quantity * dividend.Amount * Instrument.Multiplier;
        _tradeRealized += cash;
        Changed();
        return cash;
    }

    /// <summary>The trade that has just ended.</summary>
    /// <param name="id">The number of the trade in the portfolio, from 1.</param>
    /// <param name="direction">The side of the position.</param>
    /// <param name="time">When it ended, UTC.</param>
    /// <param name="barStart">The start of the bar it ended on, UTC.</param>
    /// <param name="barIndex">The index of that bar in the instrument's history.</param>
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
            EntryIndex = _entry.Index,
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

    /// <summary>An amount without the last digits of double arithmetic, so that zero is exactly zero.</summary>
    private static double Money(double amount) => Math.Round(amount, MoneyDecimals) + 0.0;

    /// <summary>The position as it is recorded, at the last close.</summary>
    public PositionRecord Describe(double close) =>
        new(Strategy, Instrument, Quantity, AveragePrice, close, (Quantity * (decimal)close * Instrument.Multiplier) - Cost);

    /// <summary>Removes a part of the position.</summary>
    /// <param name="quantity">The quantity; above zero.</param>
    /// <param name="value">The value of the quantity.</param>
    /// <returns>The realized profit.</returns>
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

    private void Changed()
    {
        if (Quantity == 0)
        {
            // The trade has ended, so there is no position left to value.
            _quantity = 0;
            Cell.Hold(0, 0, _entry.Index);
            return;
        }

        _quantity = Amounts.ToDouble(Instrument.PointValue(Quantity));
        _cost = Amounts.ToDouble(_paid);
        _realized = Amounts.ToDouble(_tradeRealized);
        ref Position position = ref Cell.Position;
        position = position with { Quantity = Quantity, AveragePrice = AveragePrice };
        Cell.Hold(_quantity, _cost, _entry.Index);
    }

    private void Begin(in FillEvent fill, in MetBar bar, string? regime)
    {
        (_entries, _exits) = (default, default);
        (_commission, _tradeRealized) = (fill.Commission, 0);
        (_best, _worst) = (0, 0);
        _laterEntries.Clear();
        _firstEntry = fill.OrderId;
        _entry = bar;
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
