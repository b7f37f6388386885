using System.Runtime.InteropServices;
using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// The ledger of one allocation of capital. Cash, cost, realized profit, dividends and commissions are decimal and change at fills and
/// corporate actions alone; marks are double. After each, exactly: cash = capital + realized profit + dividends − commissions − cost of what
/// is held.
/// </summary>
[Reads<Market>]
[Reads<RegimeFeed>]
public sealed partial class Portfolio
{
    private readonly Holding[,] _holdings;
    private readonly List<Holding> _open = [];
    private readonly List<Instrument> _held = [];
    private decimal _cash;
    private decimal _realized;
    private decimal _commission;
    private decimal _cost;
    private long _openings;
    private readonly decimal[] _net;
    private readonly int[] _holders; // strategies with a position, by the index of the instrument
    private readonly double[] _notionalQuantity;
    private readonly Market _market;
    private readonly RegimeFeed _regimes;

    internal Portfolio(decimal capital, int strategies, IReadOnlyList<Instrument> instruments, Market market, RegimeFeed regimes)
    {
        Capital = capital;
        _cash = capital;
        CashAmount = (double)capital;
        Equity = CashAmount;
        _market = market;
        _regimes = regimes;
        _holdings = new Holding[strategies, instruments.Count];
        for (int s = 0; s < strategies; s++)
        {
            foreach (Instrument instrument in instruments)
                _holdings[s, instrument.Index] = new Holding(s, instrument);
        }

        _net = new decimal[instruments.Count];
        _holders = new int[instruments.Count];
        _notionalQuantity = new double[instruments.Count];
    }

    /// <summary>Money it began with.</summary>
    public decimal Capital { get; }

    /// <summary>Money not in positions.</summary>
    public decimal Cash => _cash;

    /// <summary>Profit of what was closed, commissions left out.</summary>
    public decimal Realized => _realized;

    /// <summary>Money paid for trades.</summary>
    public decimal Commission => _commission;

    /// <summary>What the positions cost; below zero where shorts brought more than longs took.</summary>
    public decimal Cost => _cost;

    /// <summary>Cash and positions at the last closes.</summary>
    public double Equity { get; private set; }

    /// <summary>Cash, as it is recorded.</summary>
    public double CashAmount { get; private set; }

    /// <summary>The sum over instruments of |net quantity| · close · multiplier.</summary>
    public double GrossNotional { get; private set; }

    /// <summary>The bars, by the index of their instruments.</summary>
    internal ReadOnlySpan<BarSeries> Series => _market.Series;

    /// <summary>The instruments of which a strategy holds a position, in ordinal order of symbols.</summary>
    public ReadOnlySpan<Instrument> Held => CollectionsMarshal.AsSpan(_held);

    /// <summary>What strategies hold, in the order it was opened.</summary>
    internal ReadOnlySpan<Holding> Open => CollectionsMarshal.AsSpan(_open);

    /// <summary>How many strategies there are.</summary>
    internal int Strategies => _holdings.GetLength(0);

    /// <summary>Closed trades, counted.</summary>
    public int Trades { get; private set; }

    /// <summary>Values every position at the closes of the turn.</summary>
    [RunsAfterFault]
    public void OnBar(in Turn turn)
    {
        foreach (Holding holding in Open)
        {
            int index = holding.Instrument.Index;
            if (_market.IsInTurn(index))
                holding.Mark(_market.Series[index], _market.Rows[index]);
        }

        Value();
    }

    /// <summary>Takes a fill.</summary>
    public void OnFill(in FillEvent fill, ITradeEvents trades)
    {
        Holding holding = _holdings[fill.StrategyIndex, fill.Instrument.Index];
        bool wasFlat = holding.Quantity == 0;
        decimal cost = holding.Cost;
        decimal value = fill.Instrument.Value(fill.Quantity, fill.Price);
        decimal realized = holding.Apply(fill, value, wasFlat ? _regimes.Current(fill.Instrument) : null);
        decimal received = fill.Side == Side.Buy ? -value : value;
        Amounts.Subtract(ref received, fill.Commission);
        Amounts.Add(ref _cash, received);
        CashAmount = Amounts.ToDouble(_cash);
        if (!wasFlat)
            Amounts.Add(ref _realized, realized);
        Amounts.Add(ref _commission, fill.Commission);
        decimal paid = holding.Cost;
        Amounts.Subtract(ref paid, cost);
        Amounts.Add(ref _cost, paid);
        if (wasFlat)
            Opened(holding);
        Net(fill.Instrument, fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity);
        Value();
        if (holding.Quantity != 0)
            return;
        Closed(holding);
        Direction direction = fill.Side == Side.Sell ? Direction.Long : Direction.Short;
        trades.Emit(holding.Close(++Trades, direction, fill.Time, fill.BarStart, fill.BarIndex));
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

    /// <summary>The sum over the other instruments of |net quantity| · close · multiplier, computed in decimal.</summary>
    internal decimal ExactGrossBut(Instrument instrument)
    {
        decimal gross = 0;
        foreach (Instrument held in _held)
        {
            if (held.Index != instrument.Index)
                gross += Math.Abs(_net[held.Index]) * ExactClose(held) * held.Multiplier;
        }

        return gross;
    }

    /// <summary>The last close of an instrument as money.</summary>
    internal decimal ExactClose(Instrument instrument) => (decimal)_market.Close(instrument.Index);

    /// <summary>What one strategy holds of one instrument.</summary>
    internal Holding Holding(int strategy, Instrument instrument) => _holdings[strategy, instrument.Index];

    private void Net(Instrument instrument, decimal change)
    {
        int index = instrument.Index;
        ref decimal net = ref _net[index];
        Amounts.Add(ref net, change);
        _notionalQuantity[index] = Amounts.ToDouble(instrument.PointValue(net));
    }

    private void Opened(Holding holding)
    {
        holding.Opening = ++_openings;
        _open.Add(holding);
        Instrument instrument = holding.Instrument;
        if (_holders[instrument.Index]++ == 0)
            _held.Insert(~_held.BinarySearch(instrument, InstrumentOrder.Instance), instrument);
    }

    private void Closed(Holding holding)
    {
        _open.RemoveAt(_open.BinarySearch(holding, OpeningOrder.Instance));
        Instrument instrument = holding.Instrument;
        if (--_holders[instrument.Index] == 0)
            _held.RemoveAt(_held.BinarySearch(instrument, InstrumentOrder.Instance));
    }

    private void Value()
    {
        double value = 0;
        double gross = 0;
        foreach (Instrument instrument in Held)
        {
            double notional = _notionalQuantity[instrument.Index] * _market.Close(instrument.Index);
            value += notional;
            gross += Math.Abs(notional);
        }

        Equity = CashAmount + value;
        GrossNotional = gross;
    }
}
