using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// What one strategy holds of one instrument. The cost is kept as an amount, not as a price, so that every sum of money is exact.
/// </summary>
internal sealed class Holding(int strategy, Instrument instrument)
{
    private const int CostDecimals = 10;

    private readonly List<int> _entryOrders = [];
    private decimal _entered;
    private decimal _entryValue;
    private decimal _exited;
    private decimal _exitValue;
    private decimal _commission;
    private decimal _tradeRealized;
    private long _entryBar;
    private long _entryBarLabel;
    private long _entryTime;
    private string? _entryRegime;
    private double _worst;
    private double _best;
    private double _quantity;
    private double _cost;
    private double _realized;

    /// <summary>Where the strategy reads its position.</summary>
    public PositionCell Cell { get; } = new();

    public int Strategy { get; } = strategy;

    public Instrument Instrument { get; } = instrument;

    /// <summary>Below zero short.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>The money the quantity cost; below zero for a short, which brought money.</summary>
    public decimal Cost { get; private set; }

    public decimal AveragePrice => Quantity == 0 ? 0 : Cost / (Quantity * Instrument.Multiplier);

    /// <summary>Takes a fill.</summary>
    /// <param name="fill">The fill; one that closes never passes zero.</param>
    /// <param name="regime">The regime, when it opens a position.</param>
    /// <returns>The profit it realized, commissions left out.</returns>
    public decimal Apply(in FillEvent fill, string? regime)
    {
        decimal signed = fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity;
        decimal value = fill.Quantity * fill.Price * Instrument.Multiplier;
        bool opens = Quantity == 0 || Quantity > 0 == signed > 0;
        if (Quantity == 0)
            Begin(fill, regime);
        _commission += fill.Commission;
        decimal realized = 0;
        if (opens)
        {
            Cost += fill.Side == Side.Buy ? value : -value;
            Quantity += signed;
            _entered += fill.Quantity;
            _entryValue += value;
            Entered(fill);
        }
        else
        {
            decimal share = fill.Quantity == Math.Abs(Quantity)
                ? Cost
                : Math.Round(Cost * fill.Quantity / Math.Abs(Quantity), CostDecimals);
            realized = (fill.Side == Side.Sell ? value : -value) - share;
            Cost -= share;
            Quantity += signed;
            _exited += fill.Quantity;
            _exitValue += value;
            _tradeRealized += realized;
        }

        _quantity = (double)(Quantity * Instrument.Multiplier);
        _cost = (double)Cost;
        _realized = (double)_tradeRealized;
        ref Position position = ref Cell.Position;
        position = position with { Quantity = Quantity, AveragePrice = AveragePrice };
        return realized;
    }

    /// <summary>Values what is held at a close the instrument just made.</summary>
    public void Mark(BarSeries series, int row)
    {
        double atHigh = (_quantity * series.High[row]) - _cost + _realized;
        double atLow = (_quantity * series.Low[row]) - _cost + _realized;
        _best = Math.Max(_best, Math.Max(atHigh, atLow));
        _worst = Math.Min(_worst, Math.Min(atHigh, atLow));
        ref Position position = ref Cell.Position;
        position = position with
        {
            BarsHeld = (int)(series.FirstIndex + row - _entryBar),
            UnrealizedProfit = (_quantity * series.Close[row]) - _cost,
        };
    }

    /// <summary>The trade that a closing fill just ended.</summary>
    public TradeRecord Close(in FillEvent fill)
    {
        decimal profit = _tradeRealized - _commission;
        double gross = (double)_tradeRealized;
        var trade = new TradeRecord(
            Id: 0,
            Sequence: 0,
            Turn: 0,
            Strategy,
            Instrument,
            fill.Side == Side.Sell ? Direction.Long : Direction.Short,
            _entered,
            _entryTime,
            _entryBar,
            _entryBarLabel,
            _entryValue / (_entered * Instrument.Multiplier),
            fill.Time.Ticks,
            fill.BarIndex,
            fill.Bar.Ticks,
            _exitValue / (_exited * Instrument.Multiplier),
            profit,
            _entryValue == 0 ? 0 : profit / _entryValue,
            Math.Min(_worst, gross),
            Math.Max(_best, gross),
            _commission,
            _entryRegime);
        Cell.Position = default;
        return trade;
    }

    /// <summary>The position for the record, at the last close.</summary>
    public PositionRecord Describe(double close) =>
        new(Strategy, Instrument, Quantity, AveragePrice, close, (Quantity * (decimal)close * Instrument.Multiplier) - Cost);

    private void Begin(in FillEvent fill, string? regime)
    {
        (_entered, _entryValue, _exited, _exitValue, _commission, _tradeRealized) = (0, 0, 0, 0, 0, 0);
        (_best, _worst) = (0, 0);
        _entryOrders.Clear();
        _entryBar = fill.BarIndex;
        _entryBarLabel = fill.Bar.Ticks;
        _entryTime = fill.Time.Ticks;
        _entryRegime = regime;
        Cell.Position = new Position { EntryTime = fill.Time };
    }

    private void Entered(in FillEvent fill)
    {
        ref Position position = ref Cell.Position;
        if (!_entryOrders.Contains(fill.Order))
            _entryOrders.Add(fill.Order);
        position = position with { LastEntryPrice = fill.Price, Entries = _entryOrders.Count };
    }
}
