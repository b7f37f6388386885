namespace Backtest.Tests;

/// <summary>A portfolio whose figures a test sets.</summary>
internal sealed class PaperPortfolio : PortfolioView
{
    private readonly SortedList<string, Instrument> _instruments = new(StringComparer.Ordinal);
    private readonly Dictionary<Instrument, double> _closes = [];
    private readonly Dictionary<Instrument, decimal> _quantities = [];
    private readonly Dictionary<Instrument, decimal> _entries = [];
    private readonly Dictionary<Instrument, decimal> _exits = [];
    private Instrument[] _held = [];

    public override DateTime Time => new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(Day);

    public override int Day => Today;

    public int Today { get; set; }

    public override decimal Capital => 100_000;

    public decimal Worth { get; set; } = 100_000;

    public override double Equity => (double)Worth;

    public override decimal ExactEquity => Worth;

    public Func<Instrument, string?> RegimeOf { get; set; } = _ => null;

    /// <summary>What a trade costs, by quantity and price.</summary>
    public Func<decimal, decimal, decimal> Fees { get; set; } = (_, _) => 0;

    public override double GrossNotional => Gross(Quantity);

    public override double GrossNotionalWithEntries =>
        Gross(instrument => Quantity(instrument) + RestingEntries(instrument) + RestingExits(instrument));

    public override ReadOnlySpan<Instrument> Held => _held;

    public void Quote(Instrument instrument, double close)
    {
        _instruments[instrument.Symbol] = instrument;
        _closes[instrument] = close;
    }

    public void Hold(Instrument instrument, decimal quantity)
    {
        _quantities[instrument] = quantity;
        _held = [.. _instruments.Values.Where(known => Quantity(known) != 0)];
    }

    public void RestEntry(Instrument instrument, decimal quantity) => _entries[instrument] = RestingEntries(instrument) + quantity;

    public void RestExit(Instrument instrument, decimal quantity) => _exits[instrument] = RestingExits(instrument) + quantity;

    public override decimal Quantity(Instrument instrument) => _quantities.GetValueOrDefault(instrument);

    public override decimal RestingEntries(Instrument instrument) => _entries.GetValueOrDefault(instrument);

    public override decimal RestingExits(Instrument instrument) => _exits.GetValueOrDefault(instrument);

    public override double Close(Instrument instrument) => _closes[instrument];

    public override string? Regime(Instrument instrument) => RegimeOf(instrument);

    public override decimal Commission(Instrument instrument, decimal quantity, decimal price) => Fees(quantity, price);

    private double Gross(Func<Instrument, decimal> quantity) =>
        _instruments.Values.Sum(instrument => (double)(Math.Abs(quantity(instrument)) * instrument.Multiplier) * Close(instrument));
}
