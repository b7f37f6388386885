using System.Globalization;

namespace Backtest.Engine;

/// <summary>Rejects configurations that do not describe a valid tree, whatever their origin.</summary>
public sealed partial class ConfigCheck
{
    private const string Total = "total";

    private readonly WorkflowConfig _config;
    private readonly List<InputError> _errors = [];

    private ConfigCheck(WorkflowConfig config) => _config = config;

    /// <summary>Throws an exception with all errors.</summary>
    /// <exception cref="InputException">There are errors.</exception>
    public static void Throw(WorkflowConfig config)
    {
        var check = new ConfigCheck(config);
        check.Market();
        check.Profile();
        check.Signals();
        check.Holdout();
        check.Tree();
        new StepsCheck(config, check.Add).Check();
        if (check._errors.Count > 0)
            throw new InputException(check._errors);
    }

    private void Market()
    {
        foreach (Instrument instrument in _config.Instruments)
        {
            string key = $"instruments.{instrument.Symbol}";
            AboveZero($"{key}.lot_size", instrument.LotSize, default);
            AboveZero($"{key}.multiplier", instrument.Multiplier, default);
            AboveZero($"{key}.tick_size", instrument.TickSize ?? 1, default);
        }

        SourcePosition position = _config.Execution.Position;
        AboveZero("execution.volume_limit", _config.Execution.VolumeLimit ?? 1, position);
        if (_config.Execution.VolumeLimit > 1)
            Add("invalid_value", "execution.volume_limit", position, "a share of a bar's volume must be at most 1", null);
        if (_config.Execution is { Latency: Latency.Time latency, FillsAtClose: true })
        {
            Add("contradicting_key", "execution.latency", position, $"orders that take {latency} arrive between two closes, but fill: close fills them at closes",
                _config.Execution.Profile is { FillsAtClose: true }
                    ? "Write the latency in bars, such as 1 bar, or write fill: next_open, with 'path' and 'matching' instead of 'profile'."
                    : "Write the latency in bars, such as 1 bar, or write fill: next_open.");
        }

        Liquidity(_config.Execution);
        if (_config.Execution is { TakesSides: true, Slippage: SlippageConfig.HalfSpread })
        {
            Add("contradicting_key", "execution.quotes", position, "slippage: half_spread and quotes: sides would charge the spread twice",
                "Remove one of them.");
        }
    }

    private void Signals()
    {
        if (_config is { Workflow: Workflows.Replay, Recorded: null, Signals.From: null })
            Add("no_signals", "signals.from", default, "a replay needs signals of an earlier run", "Name a run folder, such as signals: {from: runs/NAME}.");
        if (_config.Signals is not { } signals)
            return;
        if (signals.Horizons.Count == 0 || signals.Horizons.Any(horizon => horizon < 1) || signals.Horizons.Distinct().Count() != signals.Horizons.Count)
            Add("invalid_value", "signals.horizons", signals.Position, "horizons must be different whole numbers of bars, each at least 1", null);
        if (signals.MinimumAgreement < 1 || signals.Strategies.Values.Any(strategy => strategy.MinimumAgreement < 1))
            Add("invalid_value", "signals.minimum_agreement", signals.Position, "minimum_agreement must be 1 or more", null);
        string[] names = [.. Portfolios().SelectMany(portfolio => portfolio.Strategies).Select(strategy => strategy.Name)];
        foreach ((string name, ReplayedStrategyConfig strategy) in signals.Strategies)
        {
            if (!names.Contains(name))
                Add("unknown_strategy", $"signals.strategies.{name}", strategy.Position, $"no portfolio has a strategy '{name}'", $"Available: {string.Join(", ", names)}.");
            if (strategy.Weight is not (> 0 and <= 1))
                Add("invalid_value", $"signals.strategies.{name}.weight", strategy.Position, "a weight must be above 0 and at most 1", null);
        }
    }

    /// <summary>A run file's holdout is applied as it is read; a run described in C# must apply it itself.</summary>
    private void Holdout()
    {
        if (_config.Holdout is not { } holdout)
            return;
        if (holdout.IsLook && _config.Search is not null)
        {
            Add("misplaced_key", "holdout.look", holdout.Position, "a search cannot use the held-out days",
                "Remove 'look', and set it for the run of the best trial: --set holdout.look=true.");
        }
        else if (holdout.IsLook && _config.Workflow == Workflows.Signals)
        {
            Add("misplaced_key", "holdout.look", holdout.Position, "signals cannot look at the held-out days, because their profit is not known",
                "Write workflow: backtest, or remove 'look'.");
        }
        else if (!holdout.IsKept(_config))
        {
            Add("holdout_not_kept", "holdout.from", holdout.Position, $"the run would include days from {holdout.From:yyyy-MM-dd} on, which are held out",
                "Create the run with HoldoutConfig.Keep(config).");
        }
    }

    private IEnumerable<PortfolioConfig> Portfolios() =>
        _config.Classifiers.SelectMany(classifier => classifier.Portfolios).Concat(_config.Portfolios);

    private void Tree()
    {
        PortfolioConfig[] portfolios = [.. Portfolios()];
        if (portfolios.Length == 0)
            Add("no_portfolio", "portfolios", default, "a run needs at least one portfolio", "Add one under portfolios or under a classifier.");
        foreach (ClassifierConfig second in Repeated(_config.Classifiers, classifier => classifier.Name))
            Duplicate($"classifiers.{second.Name}", second.Position, $"two classifiers are named '{second.Name}'");
        foreach (PortfolioConfig second in Repeated(portfolios, portfolio => portfolio.Name))
            Duplicate($"portfolios.{second.Name}", second.Position, $"two portfolios are named '{second.Name}'");
        foreach (PortfolioConfig portfolio in portfolios)
            Portfolio(portfolio);
    }

    private void Portfolio(PortfolioConfig portfolio)
    {
        string key = $"portfolios.{portfolio.Name}";
        if (portfolio.Name == Total)
            Add("reserved_name", key, portfolio.Position, "'total' is the name of the sum over all portfolios", "Rename the portfolio.");
        if (_config.Workflow != Workflows.Signals)
            AboveZero($"{key}.capital", portfolio.Capital, portfolio.Position);
        AboveZero($"{key}.leverage", portfolio.Leverage, portfolio.Position);
        Account(portfolio, key);
        if (portfolio.Strategies.Count == 0)
            Add("no_strategy", $"{key}.strategies", portfolio.Position, "a portfolio needs at least one strategy", null);
        Names(portfolio.Strategies, key, "the portfolio");
        foreach (StrategyConfig strategy in portfolio.Strategies)
            ParameterSets(strategy, $"{key}.strategies.{strategy.Name}");
        foreach (StrategyConfig container in portfolio.Strategies.Where(strategy => strategy.Strategies is not null))
            Members(container, $"{key}.strategies.{container.Name}", container.Name);
    }

    private void Names(IReadOnlyList<StrategyConfig> strategies, string key, string owner)
    {
        foreach (StrategyConfig second in Repeated(strategies, strategy => strategy.Name))
            Duplicate($"{key}.strategies", second.Position, $"two strategies of {owner} are named '{second.Name}'");
    }

    private void Members(StrategyConfig container, string key, string outermost)
    {
        if (container.Strategies!.Count == 0)
            Add("no_strategy", $"{key}.strategies", container.Position, "a container needs at least one strategy", null);
        Names(container.Strategies, key, $"'{container.Name}'");
        foreach (StrategyConfig member in container.Strategies)
        {
            string path = $"{key}.strategies.{member.Name}";
            Misplaced(member.Symbols.Count > 0, $"{path}.symbols", member, outermost);
            Misplaced(member.Timeframe is not null, $"{path}.timeframe", member, outermost);
            Misplaced(member.Universe is not null, $"{path}.universe", member, outermost);
            Misplaced(member.ActiveIn is not null, $"{path}.active_in", member, outermost);
            Misplaced(member.ClosesOnLeave, $"{path}.on_leave", member, outermost);
            Misplaced(member.KeepsResting, $"{path}.resting", member, outermost);
            Misplaced(member.ByRegime?.Any(differing => differing.Weight != 1) == true, $"{path}.by_regime.weight", member, outermost);
            ParameterSets(member, path);
            if (member.Strategies is not null)
                Members(member, path, outermost);
        }
    }

    private void ParameterSets(StrategyConfig strategy, string key)
    {
        if (strategy.ByRegime is not null && strategy.ByDate is not null)
        {
            Add("contradicting_key", $"{key}.by_date", strategy.Position, $"'{strategy.Name}' has both by_regime and by_date, but only one set of parameters can apply",
                "Remove one of them, or move by_regime into the entries of by_date.");
        }

        foreach (RegimeParametersConfig differing in strategy.ByRegime ?? [])
        {
            if (differing.Weight is not (>= 0 and <= 1))
                Add("invalid_value", $"{key}.by_regime.{differing.Regime}.weight", differing.Position, "a weight must be from 0 to 1", null);
        }

        RegimesOnce(strategy, strategy.ByRegime, $"{key}.by_regime");
        IReadOnlyList<DatedParametersConfig> dated = strategy.ByDate ?? [];
        foreach ((int index, DatedParametersConfig from) in dated.Index())
        {
            RegimesOnce(strategy, from.ByRegime, $"{key}.by_date[{index}].by_regime");
            foreach (RegimeParametersConfig differing in (from.ByRegime ?? []).Where(differing => differing.Weight != 1))
            {
                Add("misplaced_key", $"{key}.by_date[{index}].by_regime.{differing.Regime}.weight", differing.Position, "a weight cannot change with the day",
                    "Remove it. Set weights in by_regime under the strategy.");
            }
        }

        for (int i = 1; i < dated.Count; i++)
        {
            if (dated[i].From > dated[i - 1].From)
                continue;
            Add("unordered_dates", $"{key}.by_date[{i}].from", dated[i].Position,
                string.Create(CultureInfo.InvariantCulture, $"{dated[i].From:yyyy-MM-dd} is not after {dated[i - 1].From:yyyy-MM-dd}, the day before it in the list"),
                "Sort the days in ascending order, each once.");
        }
    }

    private void RegimesOnce(StrategyConfig strategy, IReadOnlyList<RegimeParametersConfig>? byRegime, string key)
    {
        foreach (RegimeParametersConfig second in Repeated(byRegime ?? [], differing => differing.Regime))
            Duplicate(key, second.Position, $"'{strategy.Name}' has the regime '{second.Regime}' twice");
    }

    private void Misplaced(bool isThere, string key, StrategyConfig member, string outermost)
    {
        if (!isThere)
            return;
        string name = key[(key.LastIndexOf('.') + 1)..];
        Add("misplaced_key", key, member.Position, $"'{member.Name}' is in a container, but '{name}' applies to the container as a whole",
            $"Move '{name}' to '{outermost}'.");
    }

    private static IEnumerable<T> Repeated<T>(IReadOnlyList<T> items, Func<T, string> name) => items.Count < 2
        ? []
        : items.GroupBy(name, StringComparer.Ordinal).SelectMany(group => group.Skip(1).Take(1));

    private void AboveZero(string key, decimal value, SourcePosition position)
    {
        if (value <= 0)
            Add("invalid_value", key, position, string.Create(CultureInfo.InvariantCulture, $"found {value}, expected a number above 0"), null);
    }

    private void Duplicate(string key, SourcePosition position, string message) =>
        Add("duplicate_name", key, position, message, "Rename one of them.");

    private void Add(string code, string key, SourcePosition position, string message, string? fix) => _errors.Add(new InputError(code, message)
    {
        Key = key,
        Position = position.File is null ? position with { File = _config.File } : position,
        Fix = fix,
    });
}
