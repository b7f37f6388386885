using System.Globalization;
using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Selects the recorded signals that are replayed for the strategies of one portfolio.</summary>
internal sealed class SignalReplay
{
    private readonly TreeContext _tree;
    private readonly PortfolioConfig _portfolio;
    private readonly StoredSignals _recorded;
    private readonly SignalsConfig _config;
    private readonly Dictionary<string, int> _instruments;
    private readonly Dictionary<StrategyConfig, IReadOnlyList<StoredSignal>> _signals = [];
    private readonly Dictionary<(long Moment, string Symbol, Direction Direction), int> _agreement = [];

    public SignalReplay(TreeContext tree, PortfolioConfig portfolio, StoredSignals recorded)
    {
        _tree = tree;
        _portfolio = portfolio;
        _recorded = recorded;
        _config = tree.Config.Signals ?? new SignalsConfig();
        _instruments = tree.Instruments.ToDictionary(instrument => instrument.Symbol, instrument => instrument.Index, StringComparer.Ordinal);
        foreach (StrategyConfig strategy in portfolio.Strategies)
        {
            IReadOnlyList<StoredSignal> signals = _signals[strategy] = SourceOf(strategy) is { } source
                ? [.. recorded.Signals.Where(signal => signal.Strategy == strategy.Name && signal.Portfolio == source && signal.Handle != 0)]
                : [];
            foreach ((long, string, Direction) entry in signals.Where(signal => IsEntry(signal) && IsFor(strategy, signal)).Select(EntryOf).Distinct())
                _agreement[entry] = _agreement.GetValueOrDefault(entry) + 1;
        }
    }

    /// <summary>Plans a strategy whose signals are replayed.</summary>
    /// <param name="strategy">The strategy as configured.</param>
    /// <param name="key">The key of the strategy in the run file.</param>
    /// <param name="binding">The binding context of its parameters.</param>
    public StrategyPlan Plan(StrategyConfig strategy, string key, BindingContext binding) => new(
        strategy with { Type = ReplayedSignalsFactory.Id, Strategies = null }, key, new ReplayedSignalsFactory(Of(strategy, key)), [], binding);

    private ReplayedSignals Of(StrategyConfig strategy, string key)
    {
        IReadOnlyList<StoredSignal> signals = _signals[strategy];
        string[] foreign = [.. signals.Select(signal => signal.Symbol).Where(symbol => !_instruments.ContainsKey(symbol))];
        if (foreign.Length > 0 && foreign.Length == signals.Count)
        {
            _tree.Error(
                "foreign_signals", key, strategy.Position, $"the data has none of the symbols in the signals of '{strategy.Name}', such as '{foreign[0]}'",
                "Use the data from which the signals were made, or other signals.");
        }

        ReplayedStrategyConfig? own = _config.Strategies.GetValueOrDefault(strategy.Name);
        int agreement = own?.MinimumAgreement ?? _config.MinimumAgreement;
        StoredSignal[] wanted = [.. signals.Where(signal => _instruments.ContainsKey(signal.Symbol) && IsFor(strategy, signal))];
        StoredSignal[] agreed = [.. wanted.Where(signal => !IsEntry(signal) || _agreement[EntryOf(signal)] >= agreement)];
        return new ReplayedSignals(
            [.. agreed.Select(signal => new ReplayedSignal(
                ReplayedSignal.MomentOf(signal.Time),
                _instruments[signal.Symbol],
                IsEntry(signal) ? signal.Strength * (own?.Weight ?? 1) : signal.Strength,
                signal))],
            SourceOf(strategy) is { } source ? _recorded.IndicatorNames.GetValueOrDefault((source, strategy.Name)) ?? [] : [],
            foreign.Length,
            foreign.FirstOrDefault(),
            wanted.Length - agreed.Length);
    }

    /// <summary>The portfolio a strategy's signals were recorded in; null if it cannot be determined, which adds one error.</summary>
    private string? SourceOf(StrategyConfig strategy)
    {
        string[] portfolios = [.. _recorded.Strategies.Where(known => known.Strategy == strategy.Name).Select(known => known.Portfolio).Distinct()];
        string key = $"portfolios.{_portfolio.Name}.strategies.{strategy.Name}";
        string? asked = _config.Strategies.GetValueOrDefault(strategy.Name)?.Portfolio;
        if (asked is null && portfolios.Length == 1)
            return portfolios[0];
        if (portfolios.Contains(asked ?? _portfolio.Name))
            return asked ?? _portfolio.Name;
        if (_signals.ContainsKey(strategy))
            return null;
        if (portfolios.Length == 0)
        {
            string[] names = [.. _recorded.Strategies.Select(known => known.Strategy).Distinct()];
            string guess = NearestName.Find(strategy.Name, names) is { } nearest ? $"Did you mean '{nearest}'? " : "";
            _tree.Error(
                "no_signals_of_strategy", key, strategy.Position, $"there are no recorded signals of strategy '{strategy.Name}'",
                $"{guess}There are signals of {string.Join(", ", names)}.");
        }
        else
        {
            _tree.Error(
                "ambiguous_signals", key, strategy.Position,
                string.Create(CultureInfo.InvariantCulture, $"strategy '{strategy.Name}' ran in {portfolios.Length} portfolios, none of which is named '{asked ?? _portfolio.Name}'"),
                $"Write signals: {{strategies: {{{strategy.Name}: {{portfolio: {portfolios[0]}}}}}}}, or use another of {string.Join(", ", portfolios)}.");
        }

        return null;
    }

    private static bool IsFor(StrategyConfig strategy, StoredSignal signal) =>
        strategy.Symbols.Count == 0 || strategy.Symbols.Contains(signal.Symbol);

    private static bool IsEntry(StoredSignal signal) => signal.Action == SignalAction.Enter;

    private static (long Moment, string Symbol, Direction Direction) EntryOf(StoredSignal signal) =>
        (ReplayedSignal.MomentOf(signal.Time), signal.Symbol, signal.Direction);
}
