using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Measures the signals of a run while it is in progress: what follows each, and at the end their statistics.</summary>
internal sealed class SignalMeasurement
{
    private readonly RunDescription _run;
    private readonly IReadOnlyList<int> _horizons;
    private readonly InstrumentBars[] _bars;
    private readonly StrategyOverlaps _overlaps = new();
    private readonly OrderedDictionary<(string Portfolio, string Strategy), List<MeasuredEntry>> _entries = [];

    public SignalMeasurement(RunDescription run)
    {
        _run = run;
        _horizons = (run.Config.Signals ?? new SignalsConfig()).Horizons;
        ILookup<string, CorporateAction> actions = run.Actions.ToLookup(action => action.Symbol, StringComparer.Ordinal);
        _bars = [.. run.Instruments.Select(instrument => new InstrumentBars(actions[instrument.Symbol]))];
        PortfolioConfig[] configs = [.. run.Config.Classifiers.SelectMany(classifier => classifier.Portfolios), .. run.Config.Portfolios];
        foreach ((PortfolioConfig config, PortfolioDescription portfolio) in configs.Zip(run.Portfolios))
        {
            foreach ((StrategyConfig strategy, bool goesByPosition) in config.Strategies.Zip(portfolio.GoesByPosition))
            {
                _entries.Add((portfolio.Name, strategy.Name), []);
                IEnumerable<Instrument> traded =
                    run.Instruments.Where(instrument => strategy.Symbols.Count == 0 || strategy.Symbols.Contains(instrument.Symbol));
                _overlaps.Add(portfolio.Name, strategy.Name, traded.Select(instrument => instrument.Index), goesByPosition);
            }
        }
    }

    /// <summary>The horizons in bars.</summary>
    public IReadOnlyList<int> Horizons => _horizons;

    /// <summary>Adds a signal of the current chunk.</summary>
    /// <returns>
    /// What follows it, filled in as bars arrive, or null if it is not measured: an exit, a change of an order, or a signal that the rules forbade.
    /// </returns>
    public SignalPath? Take(in SignalRecord record, PortfolioDescription portfolio, BarChunk chunk)
    {
        if (record.Outcome != SignalOutcome.Observed || record.Signal.Action is SignalAction.Cancel or SignalAction.Amend)
            return null;
        SignalEvent signal = record.Signal;
        int instrument = signal.Instrument.Index;
        BarSeries series = chunk.Series[instrument];
        long time = signal.Time.Ticks;
        int day = _bars[instrument].DayAt(series, time);
        string strategy = portfolio.Strategies[signal.StrategyIndex];
        if (signal.Action == SignalAction.Exit || signal is { Action: SignalAction.Target, Size.Amount: 0 })
        {
            _overlaps.Exit(portfolio.Name, strategy, instrument, day, signal.Strength);
            return null;
        }

        int sign = signal.Direction == Direction.Long ? 1 : -1;
        var path = new SignalPath(sign, _horizons, record.Turn);
        _bars[instrument].Follow(series, time, path);
        _overlaps.Enter(portfolio.Name, strategy, instrument, time, day, sign, signal.Strength);
        _entries[(portfolio.Name, strategy)].Add(
            new MeasuredEntry(portfolio.Name, strategy, signal.Instrument.Symbol, record.Regime, day, sign, signal.Strength, path));
        return path;
    }

    /// <summary>Adds the bars of a chunk, after its signals.</summary>
    public void Take(BarChunk chunk)
    {
        for (int i = 0; i < _bars.Length; i++)
            _bars[i].Take(chunk.Series[i], chunk);
    }

    /// <summary>The statistics of the signals.</summary>
    public SignalReport Report()
    {
        var statistics = new SignalStatistics(_horizons);
        return new SignalReport(
            [.. _entries.SelectMany(strategy => statistics.Of(strategy.Key.Portfolio, strategy.Key.Strategy, strategy.Value))],
            _overlaps.All([.. _bars.Select(bars => bars.Days)]));
    }
}
