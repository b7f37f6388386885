using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Testing;

/// <summary>
/// One risk manager over a portfolio that a test sets: give it turns with signals and read its answers. Its indicators are the engine's, read at the
/// last bar of each series. To see it together with strategies and fills, run it through the <see cref="Coordinator"/>.
/// </summary>
public sealed class RiskManagerHarness
{
    private readonly RiskNode _node;
    private readonly PaperOrders _orders;
    private readonly bool _hasTurns;
    private int _signals;

    private RiskManagerHarness(RiskManagerFactory factory, string parameters, IReadOnlyList<BarSeries> bars, BindingContext? context)
    {
        context ??= new BindingContext();
        var run = new RunSeries(bars, []);
        var hub = new IndicatorHub(run);
        int[] rows = [.. bars.Select(series => series.Count - 1)];
        Instruments = [.. bars.Select(series => series.Instrument)];
        _hasTurns = factory.Descriptor.Handles(nameof(RiskNode.OnTurn));
        _node = factory.Create(TestParameters.Parse(parameters), context, new RiskConnections(bars, rows, hub));
        run.Resample(bars.Max(series => series.End[series.Count - 1]));
        hub.OnBars(new BarChunk(run), Nobody.Listens);
        foreach (BarSeries series in bars)
            Portfolio.Quote(series.Instrument, series.Close[series.Count - 1]);
        Portfolio.YearOfBars = context.PeriodsPerYear;
        _orders = new PaperOrders(Portfolio);
        _node.OnStart(new StartContext(null, SilentLog.Instance, Seed: 0, context.PeriodsPerYear, CancellationToken.None));
    }

    /// <summary>The portfolio; set its figures before a turn.</summary>
    public PaperPortfolio Portfolio { get; } = new();

    /// <summary>The instruments, by index.</summary>
    public IReadOnlyList<Instrument> Instruments { get; }

    /// <summary>Starts a risk manager.</summary>
    /// <param name="parameters">Its parameters, as JSON.</param>
    /// <param name="bars">The bars of each instrument, at least one each, in the order of <see cref="Instrument.Index"/>, which counts from 0.</param>
    /// <param name="context">The context above the portfolio; <see langword="null"/> for no classifier.</param>
    /// <typeparam name="TRiskManager">The author's class.</typeparam>
    /// <exception cref="InputException">The parameters are wrong.</exception>
    /// <exception cref="ArgumentException">The class is not a risk manager.</exception>
    public static RiskManagerHarness Start<TRiskManager>(
        string parameters, IReadOnlyList<BarSeries> bars, BindingContext? context = null)
        where TRiskManager : class =>
        new(PluginFactories.Of<RiskManagerFactory>(typeof(TRiskManager)), parameters, bars, context);

    /// <summary>Runs one turn: <c>OnTurn</c>, if there is one, then <c>OnSignals</c> if there are signals.</summary>
    /// <param name="signals">The signals, exits before entries.</param>
    /// <returns>The answers, in the order given.</returns>
    public IReadOnlyList<RecordedAnswer> Turn(params ReadOnlySpan<SignalEvent> signals)
    {
        _orders.Answers.Clear();
        var turn = new RiskTurn(Portfolio, signals);
        if (_hasTurns)
            _node.OnTurn(in turn, _orders);
        if (signals.Length > 0)
            _node.OnSignals(in turn, _orders);
        return [.. _orders.Answers];
    }

    /// <summary>Notifies it that the market's regime changed; the portfolio reports the new regime from now on.</summary>
    /// <param name="regime">The new regime.</param>
    public void Enter(string regime)
    {
        _node.OnRegime(new RegimeEvent(Portfolio.Time, null, regime, RegimeEvent.Unknown, 1));
        Portfolio.RegimeOf = _ => regime;
    }

    /// <summary>A signal to buy.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="strength">How strongly it is wanted, in (0, 1].</param>
    public SignalEvent Buy(Instrument instrument, double strength = 1) =>
        Signal(instrument, SignalAction.Enter, Direction.Long, strength);

    /// <summary>A signal to sell short.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="strength">How strongly it is wanted, in (0, 1].</param>
    public SignalEvent Sell(Instrument instrument, double strength = 1) =>
        Signal(instrument, SignalAction.Enter, Direction.Short, strength);

    /// <summary>A signal to exit a long position.</summary>
    /// <param name="instrument">The instrument.</param>
    public SignalEvent Leave(Instrument instrument) => Signal(instrument, SignalAction.Exit, Direction.Long, 1);

    private SignalEvent Signal(Instrument instrument, SignalAction action, Direction direction, double strength) =>
        new()
        {
            Id = ++_signals,
            Time = Portfolio.Time,
            Instrument = instrument,
            StrategyIndex = 0,
            Action = action,
            Direction = direction,
            Strength = strength,
        };

    private sealed class Nobody : IIndicatorEvents
    {
        public static Nobody Listens { get; } = new();

        public void Emit(in IndicatorsReady indicators)
        {
        }
    }
}
