namespace Backtest.Plugins.StandardRisk;

/// <summary>An entry to be sized and limited, with the figures of its portfolio at the close of the signal's bar.</summary>
internal readonly ref struct EntryRequest
{
    private readonly PortfolioView _portfolio;
    private readonly decimal _price;
    private readonly int _side;

    public EntryRequest(in SignalEvent signal, PortfolioView portfolio)
    {
        _portfolio = portfolio;
        _price = (decimal)portfolio.Close(signal.Instrument);
        _side = signal.Direction == Direction.Long ? 1 : -1;
        Instrument = signal.Instrument;
        Strength = signal.Strength == 1 ? 1 : (decimal)signal.Strength;
        UnitValue = Instrument.PointValue(_price);
    }

    /// <summary>The instrument to enter.</summary>
    public Instrument Instrument { get; }

    /// <summary>The strength of the signal, in (0, 1].</summary>
    public decimal Strength { get; }

    /// <summary>The value of one unit: close · multiplier.</summary>
    public decimal UnitValue { get; }

    /// <summary>The value of the sizer's indicator for the instrument.</summary>
    public required double Measure { get; init; }

    /// <summary>The loss from the portfolio's peak, as a fraction of it.</summary>
    public required double Drawdown { get; init; }

    /// <summary>How many of the bars that the sizer measures on the instrument has in a year.</summary>
    public double BarsPerYear => _portfolio.BarsPerYear(Instrument);

    /// <summary>The portfolio's equity.</summary>
    public decimal Equity => _portfolio.ExactEquity;

    private decimal OtherNotional => Math.Max(0, (decimal)_portfolio.GrossNotionalWithEntries - Notional(0));

    private decimal Held =>
        _portfolio.Quantity(Instrument) + _portfolio.RestingEntries(Instrument) + _portfolio.RestingExits(Instrument);

    /// <summary>A quantity rounded down to whole lots, or zero if it is not positive.</summary>
    public decimal WholeLots(decimal quantity) => quantity > 0 ? Instrument.RoundDownToLot(quantity) : 0;

    /// <summary>The cost of a quantity, including commission.</summary>
    public decimal Cost(decimal quantity) => quantity * UnitValue + _portfolio.Commission(Instrument, quantity, _price);

    /// <summary>The instrument's notional over equity once this quantity is entered, including resting orders.</summary>
    public double PositionShare(decimal quantity) => (double)Notional(quantity) / (double)Equity;

    /// <summary>The portfolio's gross notional over equity once this quantity is entered, including resting orders.</summary>
    public double Exposure(decimal quantity) => (double)(OtherNotional + Notional(quantity)) / (double)Equity;

    /// <summary>The quantity that brings the instrument's notional to this share of equity.</summary>
    public decimal PositionRoom(decimal share) => RoomWithin(share * Equity);

    /// <summary>The quantity that brings the portfolio's gross notional to this share of equity.</summary>
    public decimal ExposureRoom(decimal share) => RoomWithin(share * Equity - OtherNotional);

    private decimal Notional(decimal quantity) => Math.Abs(Held + _side * quantity) * UnitValue;

    private decimal RoomWithin(decimal money) => Math.Max(0, money) / UnitValue - _side * Held;
}
