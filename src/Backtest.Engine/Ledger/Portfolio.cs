using System.Runtime.InteropServices;
using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// The ledger of one allocation of capital. Cash, cost, realized profit, dividends, interest and commissions are decimal and change only at fills,
/// corporate actions and interest; marks are double. After each change, exactly: cash = capital + realized profit + dividends + interest −
/// commissions − cost of positions.
/// </summary>
[Reads<Market>]
[Reads<RegimeFeed>]
public sealed partial class Portfolio
{
    private readonly Holding[,] _holdings;
    private readonly List<Holding> _open = [];
    private readonly List<Instrument> _held = [];
    private readonly List<int> _heldIndices = []; // of the same instruments
    private readonly bool[] _isWatched; // whether a strategy reads its position
    private decimal _cash;
    private decimal _realized;
    private decimal _commission;
    private decimal _cost;
    private long _openings;
    private double _equity;
    private double _gross;
    private bool _isValued;
    private readonly decimal[] _net;
    private readonly int[] _holders; // strategies with a position, by the index of the instrument
    private readonly double[] _notionalQuantity;
    private readonly Market _market;
    private readonly RegimeFeed _regimes;

    /// <param name="capital">The initial money.</param>
    /// <param name="isWatched">For each strategy, whether it reads its position.</param>
    /// <param name="instruments">The instruments.</param>
    /// <param name="market">The state of the market.</param>
    /// <param name="regimes">The regimes of the classifier.</param>
    internal Portfolio(
        decimal capital, IReadOnlyList<bool> isWatched, IReadOnlyList<Instrument> instruments, Market market, RegimeFeed regimes)
    {
        Capital = capital;
        _cash = capital;
        CashAmount = (double)capital;
        _isWatched = [.. isWatched];
        _market = market;
        _regimes = regimes;
        _holdings = new Holding[isWatched.Count, instruments.Count];
        for (int s = 0; s < isWatched.Count; s++)
        {
            foreach (Instrument instrument in instruments)
                _holdings[s, instrument.Index] = new Holding(s, instrument);
        }

        _net = new decimal[instruments.Count];
        _holders = new int[instruments.Count];
        _notionalQuantity = new double[instruments.Count];
        TakeValue(CashAmount, 0);
    }

    /// <summary>The initial money.</summary>
    public decimal Capital { get; }

    /// <summary>Money not in positions.</summary>
    public decimal Cash => _cash;

    /// <summary>Profit of closed quantities, without commissions.</summary>
    public decimal Realized => _realized;

    /// <summary>Money paid in commissions.</summary>
    public decimal Commission => _commission;

    /// <summary>The cost of the positions; below zero if shorts received more than longs cost.</summary>
    public decimal Cost => _cost;

    /// <summary>Cash and positions at the last closes.</summary>
    public double Equity
    {
        get
        {
            Value();
            return _equity;
        }
    }

    /// <summary>Cash as a double, as it is recorded.</summary>
    public double CashAmount { get; private set; }

    /// <summary>The sum over instruments of |net quantity| · close · multiplier.</summary>
    public double GrossNotional
    {
        get
        {
            Value();
            return _gross;
        }
    }

    /// <summary><see cref="Equity"/> except for rounding accumulated since the turn began; reading it between fills costs nothing.</summary>
    internal double RoughEquity { get; private set; }

    /// <summary><see cref="GrossNotional"/> except for rounding accumulated since the turn began.</summary>
    internal double RoughGrossNotional { get; private set; }

    /// <summary>The bars, by the index of their instruments.</summary>
    internal ReadOnlySpan<BarSeries> Series => _market.Series;

    /// <summary>The instruments in which a strategy holds a position, in ordinal order of symbols.</summary>
    public ReadOnlySpan<Instrument> Held => CollectionsMarshal.AsSpan(_held);

    /// <summary>The indices of these instruments.</summary>
    internal ReadOnlySpan<int> HeldIndices => CollectionsMarshal.AsSpan(_heldIndices);

    /// <summary>The strategies' positions, in the order they were opened.</summary>
    internal ReadOnlySpan<Holding> Open => CollectionsMarshal.AsSpan(_open);

    /// <summary>The number of strategies.</summary>
    internal int Strategies => _holdings.GetLength(0);

    /// <summary>The number of closed trades.</summary>
    public int Trades { get; private set; }

    /// <summary>Values every position at the closes of the turn.</summary>
    [RunsAfterFault]
    public void OnBar(in Turn turn)
    {
        foreach (Holding holding in Open)
        {
            int index = holding.Instrument.Index;
            if (_isWatched[holding.Strategy] && _market.IsInTurn(index))
                Watch(holding, _market.Rows[index]);
        }

        Revalue();
    }

    /// <summary>Reads the prices of the chunk before its rows are replaced by the next one's.</summary>
    public void OnChunkEnd(in ChunkEndEvent end)
    {
        foreach (Holding holding in Open)
        {
            BarSeries series = _market.Series[holding.Instrument.Index];
            holding.MarkTo(series, series.Count, _market.Finer?.Of(series.Index));
        }
    }

    /// <summary>Books a fill.</summary>
    public void OnFill(in FillEvent fill, ITradeEvents trades)
    {
        Holding holding = _holdings[fill.StrategyIndex, fill.Instrument.Index];
        MarkTo(holding);
        MetBar bar = _market.Finer is { } finer ? Within(holding, finer, fill) : MetBar.Of(fill);
        bool wasFlat = holding.Quantity == 0;
        decimal cost = holding.Cost;
        decimal value = fill.Instrument.Value(fill.Quantity, fill.Price);
        decimal realized = holding.Apply(fill, bar, value, wasFlat ? _regimes.Current(fill.Instrument) : null);
        decimal received = fill.Side == Side.Buy ? -value : value;
        Amounts.Subtract(ref received, fill.Commission);
        Amounts.Add(ref _cash, received);
        double cash = CashAmount;
        CashAmount = Amounts.ToDouble(_cash);
        if (!wasFlat)
            Amounts.Add(ref _realized, realized);
        Amounts.Add(ref _commission, fill.Commission);
        decimal paid = holding.Cost;
        Amounts.Subtract(ref paid, cost);
        Amounts.Add(ref _cost, paid);
        if (wasFlat)
            Opened(holding);
        Net(fill.Instrument, fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity, CashAmount - cash);
        if (holding.Quantity != 0)
            return;
        Closed(holding);
        Direction direction = fill.Side == Side.Sell ? Direction.Long : Direction.Short;
        TradeEvent trade = holding.Close(++Trades, direction, fill.Time, fill.BarStart, fill.BarIndex);
        Keep(holding, trade);
        trades.Emit(trade);
    }

    /// <summary>Whether a strategy holds an instrument.</summary>
    internal bool IsHeld(int instrument) => _holders[instrument] > 0;

    /// <summary>The net quantity of an instrument over all strategies.</summary>
    public decimal Quantity(Instrument instrument) => _net[instrument.Index];

    /// <summary>Cash and positions at the last closes, computed in decimal.</summary>
    public decimal ExactEquity()
    {
        decimal equity = Cash;
        foreach (Instrument instrument in _held)
            equity += _net[instrument.Index] * ExactClose(instrument) * instrument.Multiplier;
        return equity;
    }

    /// <summary>The sums over the other instruments of net quantity · close · multiplier, of longs and of shorts, computed in decimal.</summary>
    internal (decimal Longs, decimal Shorts) ExactSidesBut(Instrument instrument)
    {
        (decimal longs, decimal shorts) = (0, 0);
        foreach (Instrument held in _held)
        {
            decimal value = held.Index == instrument.Index ? 0 : _net[held.Index] * ExactClose(held) * held.Multiplier;
            if (value > 0)
                longs += value;
            else
                shorts -= value;
        }

        return (longs, shorts);
    }

    /// <summary>The last close of an instrument as money.</summary>
    internal decimal ExactClose(Instrument instrument) => (decimal)_market.Close(instrument.Index);

    /// <summary>One strategy's position in one instrument.</summary>
    internal Holding Holding(int strategy, Instrument instrument) => _holdings[strategy, instrument.Index];

    /// <summary>Makes a holding include the prices the market has seen, before its quantity changes.</summary>
    private void MarkTo(Holding holding)
    {
        int index = holding.Instrument.Index;
        holding.MarkTo(_market.Series[index], _market.Rows[index] + 1, _market.Finer?.Of(index));
    }

    /// <summary>The finer bar of a fill, once the finer bars before it are included; if it has none, the instrument's bar.</summary>
    private MetBar Within(Holding holding, FinerPlaces finer, in FillEvent fill)
    {
        int index = fill.Instrument.Index;
        return !holding.HasMarked(fill.BarIndex) && finer.Row(index) is >= 0 and var row
            ? holding.MarkWithin(_market.Series[index], finer.Of(index)!, row) : MetBar.Of(fill);
    }

    /// <summary>Values a position at the close of a row, for its strategy to read.</summary>
    private void Watch(Holding holding, int row)
    {
        BarSeries series = _market.Series[holding.Instrument.Index];
        holding.Cell.Mark(series.FirstIndex + row, series.Close[row]);
    }

    /// <summary>Changes the quantity held, so that it must be valued again.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="change">The change in quantity.</param>
    /// <param name="received">The money received.</param>
    private void Net(Instrument instrument, decimal change, double received)
    {
        int index = instrument.Index;
        double close = _market.Close(index);
        double before = _notionalQuantity[index] * close;
        ref decimal net = ref _net[index];
        Amounts.Add(ref net, change);
        _notionalQuantity[index] = Amounts.ToDouble(instrument.PointValue(net));
        double after = _notionalQuantity[index] * close;
        RoughEquity += received + (after - before);
        RoughGrossNotional += Math.Abs(after) - Math.Abs(before);
        _isValued = false;
    }

    private void Opened(Holding holding)
    {
        holding.Opening = ++_openings;
        _open.Add(holding);
        Instrument instrument = holding.Instrument;
        if (_holders[instrument.Index]++ > 0)
            return;
        int place = ~_heldIndices.BinarySearch(instrument.Index);
        _held.Insert(place, instrument);
        _heldIndices.Insert(place, instrument.Index);
    }

    private void Closed(Holding holding)
    {
        _open.RemoveAt(_open.BinarySearch(holding, OpeningOrder.Instance));
        Instrument instrument = holding.Instrument;
        if (--_holders[instrument.Index] > 0)
            return;
        int place = _heldIndices.BinarySearch(instrument.Index);
        _held.RemoveAt(place);
        _heldIndices.RemoveAt(place);
    }

    private void Revalue()
    {
        _isValued = false;
        Value();
    }

    /// <summary>Values positions at the last closes, unless already done: consecutive fills are valued once.</summary>
    private void Value()
    {
        if (_isValued)
            return;
        double value = 0;
        double gross = 0;
        ReadOnlySpan<double> closes = _market.Closes;
        foreach (int index in CollectionsMarshal.AsSpan(_heldIndices))
        {
            double notional = _notionalQuantity[index] * closes[index];
            value += notional;
            gross += Math.Abs(notional);
        }

        TakeValue(CashAmount + value, gross);
    }

    private void TakeValue(double equity, double gross)
    {
        (_equity, _gross) = (equity, gross);
        (RoughEquity, RoughGrossNotional) = (equity, gross);
        _isValued = true;
    }
}
