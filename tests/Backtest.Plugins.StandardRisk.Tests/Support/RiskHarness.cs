using Backtest.Abstractions.Runtime;
using Backtest.Plugins.StandardRisk;

namespace Backtest.Tests;

/// <summary>The standard risk manager over two instruments, A at 100 and B at 50, and a portfolio of 100,000.</summary>
internal sealed class RiskHarness
{
    /// <summary>A sizer that asks for 100 units at full strength.</summary>
    public const string Hundred = """ "sizer": {"type": "fixed_quantity", "value": 100} """;

    /// <summary>A classifier with one regime for the market.</summary>
    public static readonly BindingContext Market = new() { Regimes = ["bear", "bull", "unknown"], IsMarketRegime = true };

    /// <summary>A classifier with a regime for each symbol.</summary>
    public static readonly BindingContext PerSymbol = Market with { IsMarketRegime = false };

    private static readonly StandardRiskManagerFactory Factory = new();

    private readonly RiskNode _node;
    private readonly RecordingOrders _orders;
    private int _signals;

    public RiskHarness(
        string parameters, BindingContext? context = null, BarSeries? barsOfA = null, decimal lotSize = 1, decimal multiplier = 1)
    {
        BarSeries a = barsOfA ?? TestBars.Closes(100);
        A = a.Instrument with { Symbol = "A", LotSize = lotSize, Multiplier = multiplier };
        B = new Instrument { Symbol = "B", Index = 1 };
        Portfolio.Quote(A, a.Close[a.Count - 1]);
        Portfolio.Quote(B, 50);
        _orders = new RecordingOrders(Portfolio);

        BarSeries b = TestBars.Empty(hasVolume: false, "B", index: 1);
        TestBars.Add(b, 50, 50, 50, 50);
        var indicators = new IndicatorTable();
        _node = Factory.Create(
            ParameterText.Parse($"{{{parameters}}}"),
            context ?? new BindingContext(),
            new RiskConnections([a, b], [a.Count - 1, 0], indicators));
        indicators.Compute();
        _node.OnStart(new StartContext(null, new SilentLog(), Seed: 0, PeriodsPerYear: 252, CancellationToken.None));
    }

    public PaperPortfolio Portfolio { get; } = new();

    public Instrument A { get; }

    public Instrument B { get; }

    public static IReadOnlyList<InputError> Errors(string parameters, BindingContext? context = null) =>
        StrategyHarness.Errors(Factory, $"{{{parameters}}}", context);

    /// <summary>One turn with these signals.</summary>
    public IReadOnlyList<Answer> Turn(params ReadOnlySpan<SignalEvent> signals)
    {
        _orders.Answers.Clear();
        var turn = new RiskTurn(Portfolio, signals);
        _node.OnTurn(in turn, _orders);
        if (signals.Length > 0)
            _node.OnSignals(in turn, _orders);
        return [.. _orders.Answers];
    }

    /// <summary>Many turns without signals and without a record of them.</summary>
    public void QuietTurns(int count)
    {
        for (int i = 0; i < count; i++)
            _node.OnTurn(new RiskTurn(Portfolio, []), _orders);
    }

    /// <summary>One turn at this equity, on a day of its own.</summary>
    public IReadOnlyList<Answer> Day(decimal equity, params ReadOnlySpan<SignalEvent> signals)
    {
        Portfolio.Today++;
        Portfolio.Worth = equity;
        return Turn(signals);
    }

    public void Enter(string market)
    {
        _node.OnRegime(new RegimeEvent(Portfolio.Time, null, market, RegimeEvent.Unknown, 1));
        Portfolio.RegimeOf = _ => market;
    }

    public SignalEvent Buy(Instrument instrument, double strength = 1) =>
        Signal(instrument, SignalAction.Enter, Direction.Long, strength);

    public SignalEvent Sell(Instrument instrument, double strength = 1) =>
        Signal(instrument, SignalAction.Enter, Direction.Short, strength);

    public SignalEvent Leave(Instrument instrument) => Signal(instrument, SignalAction.Exit, Direction.Long, 1);

    private SignalEvent Signal(Instrument instrument, SignalAction action, Direction direction, double strength) =>
        new(++_signals, Portfolio.Time, instrument, Strategy: 0, action, direction, strength, default, Reason: null);
}
