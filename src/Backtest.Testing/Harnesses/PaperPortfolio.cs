using System.Runtime.InteropServices;

namespace Backtest.Testing;

/// <summary>A portfolio whose figures a test sets. Orders placed in it rest and never fill by themselves.</summary>
public sealed class PaperPortfolio : PortfolioView
{
    private readonly SortedList<string, Instrument> _instruments = new(StringComparer.Ordinal);
    private readonly Dictionary<Instrument, double> _closes = [];
    private readonly Dictionary<Instrument, decimal> _quantities = [];
    private readonly List<OrderEvent> _entries = [];
    private int _orders;
    private readonly Dictionary<Instrument, decimal> _exits = [];
    private Instrument[] _held = [];

    /// <inheritdoc/>
    public override DateTime Time => new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(Day);

    /// <inheritdoc/>
    public override int Day => Today;

    /// <summary>The trading day; set it.</summary>
    public int Today { get; set; }

    /// <inheritdoc/>
    public override bool HasBars => HasBarsNow;

    /// <summary>Whether the turn has a bar of what the portfolio trades; set it. By default, every turn has.</summary>
    public bool HasBarsNow { get; set; } = true;

    /// <summary>How many bars per year every instrument has; set it. By default, 252.</summary>
    public double YearOfBars { get; set; } = 252;

    /// <summary>The money it started with: 100,000.</summary>
    public override decimal Capital => 100_000;

    /// <summary>Its equity; set it. By default, its capital.</summary>
    public decimal Worth { get; set; } = 100_000;

    /// <inheritdoc/>
    public override double Equity => (double)Worth;

    /// <inheritdoc/>
    public override decimal ExactEquity => Worth;

    /// <summary>The regime of an instrument; set it. By default, there is no classifier.</summary>
    public Func<Instrument, string?> RegimeOf { get; set; } = _ => null;

    /// <summary>The cost of a trade, by quantity and price; set it. By default, nothing.</summary>
    public Func<decimal, decimal, decimal> Fees { get; set; } = (_, _) => 0;

    /// <inheritdoc/>
    public override double GrossNotional => Gross(Quantity);

    /// <inheritdoc/>
    public override double GrossNotionalWithEntries =>
        Gross(instrument => Quantity(instrument) + RestingEntries(instrument) + RestingExits(instrument));

    /// <inheritdoc/>
    public override ReadOnlySpan<Instrument> Held => _held;

    /// <summary>Sets the close of an instrument.</summary>
    public void Quote(Instrument instrument, double close)
    {
        _instruments[instrument.Symbol] = instrument;
        _closes[instrument] = close;
    }

    /// <summary>Sets the quantity held of an instrument quoted before, all of it by the first strategy; below zero for short.</summary>
    public void Hold(Instrument instrument, decimal quantity)
    {
        _quantities[instrument] = quantity;
        StrategyPositions.RemoveAll(own => own.Instrument == instrument);
        if (quantity != 0)
        {
            decimal price = (decimal)Close(instrument);
            StrategyPositions.Add(new StrategyPosition(0, instrument, new Position(quantity, price, Time, price, Entries: 1, BarsHeld: 0, UnrealizedProfit: 0)));
        }

        _held = [.. _instruments.Values.Where(known => Quantity(known) != 0)];
    }

    /// <summary>Adds a resting entry of a strategy; below zero for a sale.</summary>
    public void RestEntry(Instrument instrument, decimal quantity, int strategyIndex = 0)
    {
        if (quantity == 0)
            return;
        _entries.Add(new OrderEvent
        {
            Id = ++_orders,
            Time = Time,
            Instrument = instrument,
            StrategyIndex = strategyIndex,
            Type = OrderType.Market,
            Side = quantity > 0 ? Side.Buy : Side.Sell,
            PositionEffect = PositionEffect.Open,
            Quantity = Math.Abs(quantity),
            LimitPrice = double.NaN,
            StopPrice = double.NaN,
            Distance = double.NaN,
            Measured = double.NaN,
            Threshold = double.NaN,
        });
    }

    /// <summary>Adds an exit that has not filled yet; below zero for a sale.</summary>
    public void RestExit(Instrument instrument, decimal quantity) => _exits[instrument] = RestingExits(instrument) + quantity;

    /// <inheritdoc/>
    public override decimal Quantity(Instrument instrument) => _quantities.GetValueOrDefault(instrument);

    /// <inheritdoc/>
    public override decimal RestingEntries(Instrument instrument) => _entries
        .Where(order => order.Instrument == instrument).Sum(order => order.Side == Side.Buy ? order.Quantity : -order.Quantity);

    /// <inheritdoc/>
    public override ReadOnlySpan<OrderEvent> RestingOrders() => _entries.ToArray();

    /// <inheritdoc/>
    public override ReadOnlySpan<OrderEvent> ProtectiveOrders() => CollectionsMarshal.AsSpan(Protection);

    /// <summary>The orders that protect what is held; add to them.</summary>
    public List<OrderEvent> Protection { get; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Strategies => StrategyNames;

    /// <summary>The names of its strategies; set them. By default, there is one.</summary>
    public IReadOnlyList<string> StrategyNames { get; set; } = ["strategy"];

    /// <inheritdoc/>
    public override ReadOnlySpan<StrategyPosition> Positions() => CollectionsMarshal.AsSpan(StrategyPositions);

    /// <summary>What each strategy holds; <see cref="Hold"/> assigns an instrument to the first, and a test may assign it to others.</summary>
    public List<StrategyPosition> StrategyPositions { get; } = [];

    /// <inheritdoc/>
    public override Position Position(int strategyIndex, Instrument instrument) => StrategyPositions
        .Find(held => held.StrategyIndex == strategyIndex && held.Instrument == instrument).Position;

    /// <inheritdoc/>
    public override ReadOnlySpan<ClosedTrade> Trades => CollectionsMarshal.AsSpan(ClosedTrades);

    /// <summary>The closed trades; add to them.</summary>
    public List<ClosedTrade> ClosedTrades { get; } = [];

    /// <inheritdoc/>
    public override decimal RestingExits(Instrument instrument) => _exits.GetValueOrDefault(instrument);

    /// <inheritdoc/>
    public override double BarsPerYear(Instrument instrument) => YearOfBars;

    /// <inheritdoc/>
    public override double Close(Instrument instrument) => _closes.GetValueOrDefault(instrument, double.NaN);

    /// <inheritdoc/>
    public override string? Regime(Instrument instrument) => RegimeOf(instrument);

    /// <inheritdoc/>
    public override decimal Commission(Instrument instrument, decimal quantity, decimal price) => Fees(quantity, price);

    internal void CancelEntry(in OrderEvent order)
    {
        int id = order.Id;
        _entries.RemoveAll(entry => entry.Id == id);
    }

    private double Gross(Func<Instrument, decimal> quantity) =>
        _instruments.Values.Sum(instrument => (double)(Math.Abs(quantity(instrument)) * instrument.Multiplier) * Close(instrument));
}
