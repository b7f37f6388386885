using Backtest.Abstractions.Runtime;
using Backtest.Plugins.StandardRisk;

namespace Backtest.Tests;

/// <summary>The standard risk manager with two instruments, A at 100 and B at 50, and a portfolio of 100,000.</summary>
internal sealed class RiskHarness
{
    /// <summary>A sizer that asks for 100 units at full strength.</summary>
    public const string Hundred = """ "sizer": {"type": "fixed_quantity", "value": 100} """;

    /// <summary>A classifier with one regime for the market.</summary>
    public static readonly BindingContext Market = new() { Regimes = ["bear", "bull", "unknown"], IsMarketRegime = true };

    /// <summary>A classifier with a regime for each symbol.</summary>
    public static readonly BindingContext PerSymbol = Market with { IsMarketRegime = false };

    private readonly RiskManagerHarness _harness;

    public RiskHarness(
        string parameters, BindingContext? context = null, BarSeries? barsOfA = null, decimal lotSize = 1, decimal multiplier = 1)
    {
        var a = new Instrument { Symbol = "A", LotSize = lotSize, Multiplier = multiplier };
        var b = new Instrument { Symbol = "B", Index = 1 };
        _harness = RiskManagerHarness.Start<StandardRiskManager>(
            $"{{{parameters}}}", [TestBars.Of(barsOfA ?? TestBars.Closes(100), a), TestBars.Of(TestBars.Closes(50), b)], context);
    }

    public PaperPortfolio Portfolio => _harness.Portfolio;

    public Instrument A => _harness.Instruments[0];

    public Instrument B => _harness.Instruments[1];

    public static IReadOnlyList<InputError> Errors(string parameters, BindingContext? context = null) =>
        TestParameters.Errors<StandardRiskManager>($"{{{parameters}}}", context);

    /// <summary>Runs one turn with these signals.</summary>
    public IReadOnlyList<RecordedAnswer> Turn(params ReadOnlySpan<SignalEvent> signals) => _harness.Turn(signals);

    /// <summary>Runs one turn at this equity, on a new day.</summary>
    public IReadOnlyList<RecordedAnswer> Day(decimal equity, params ReadOnlySpan<SignalEvent> signals)
    {
        Portfolio.Today++;
        Portfolio.Worth = equity;
        return Turn(signals);
    }

    public void Enter(string market) => _harness.Enter(market);

    public SignalEvent Buy(Instrument instrument, double strength = 1) => _harness.Buy(instrument, strength);

    public SignalEvent Sell(Instrument instrument, double strength = 1) => _harness.Sell(instrument, strength);

    public SignalEvent Leave(Instrument instrument) => _harness.Leave(instrument);
}
