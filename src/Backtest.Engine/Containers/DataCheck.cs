using System.Globalization;
using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Rejects configurations that need something the data does not have.</summary>
internal sealed class DataCheck
{
    private const int MostSymbols = 20;

    private readonly WorkflowConfig _config;
    private readonly IReadOnlyList<SourceSeries> _finest;
    private readonly List<InputError> _errors = [];

    private DataCheck(WorkflowConfig config, IReadOnlyList<SourceSeries> finest)
    {
        _config = config;
        _finest = finest;
    }

    /// <summary>Throws an exception with an error for everything the data does not have.</summary>
    /// <param name="config">The run.</param>
    /// <param name="finest">The finest bars of each symbol.</param>
    /// <exception cref="InputException">Something is missing.</exception>
    public static void Throw(WorkflowConfig config, IReadOnlyList<SourceSeries> finest)
    {
        var check = new DataCheck(config, finest);
        check.Volumes();
        check.Instruments();
        check.TradeFrom();
        check.DatedParameters();
        if (check._errors.Count > 0)
            throw new InputException(check._errors);
    }

    private void Volumes()
    {
        if (_config.Execution.VolumeLimit is not null && _finest.FirstOrDefault(series => !series.HasVolume) is { } without)
        {
            Add(
                "no_volume",
                "execution.volume_limit",
                _config.Execution.Position,
                $"volume_limit needs volumes, but the data of '{without.Symbol}' has none",
                "Remove volume_limit, or use data with a volume column.");
        }
    }

    private void Instruments()
    {
        if (_config.Instruments.Count == 0)
            return;
        string[] symbols = [.. _finest.Select(series => series.Symbol)];
        foreach (string symbol in _config.Instruments.Select(instrument => instrument.Symbol).Except(symbols, StringComparer.Ordinal))
        {
            string guess = NearestName.Find(symbol, symbols) is { } nearest ? $"Did you mean '{nearest}'? " : "";
            string more = symbols.Length > MostSymbols ? FormattableString.Invariant($" and {symbols.Length - MostSymbols} more") : "";
            Add(
                "unknown_symbol",
                $"instruments.{symbol}",
                default,
                $"the data has no symbol '{symbol}'",
                $"{guess}Name a symbol in the data, or remove the entry. The data has: {string.Join(", ", symbols.Take(MostSymbols))}{more}.");
        }
    }

    // Some sources know their last bar only once it is read; the run itself then detects the problem.
    private void TradeFrom()
    {
        if (_config.TradeFrom is { } first && _finest.Max(series => series.LastDay ?? DateOnly.MaxValue) is var last && first > last)
        {
            bool isLook = _config.Holdout is { IsLook: true };
            Add(
                "trade_from_after_data",
                isLook ? "holdout.from" : "data.trade_from",
                _config.Holdout?.Position ?? default,
                string.Create(CultureInfo.InvariantCulture, $"trading would begin on {first:yyyy-MM-dd}, but the data ends on {last:yyyy-MM-dd}"),
                $"Set {(isLook ? "holdout.from" : "trade_from")} to a day in the data, or remove it.");
        }
    }

    private void DatedParameters()
    {
        foreach (PortfolioConfig portfolio in _config.Classifiers.SelectMany(classifier => classifier.Portfolios).Concat(_config.Portfolios))
        {
            foreach (StrategyConfig strategy in portfolio.Strategies)
                DatedParameters(strategy, $"portfolios.{portfolio.Name}.strategies.{strategy.Name}");
        }
    }

    private void DatedParameters(StrategyConfig strategy, string key)
    {
        foreach (StrategyConfig member in strategy.Strategies ?? [])
            DatedParameters(member, $"{key}.strategies.{member.Name}");
        DateOnly last = _finest.Max(series => series.LastDay ?? DateOnly.MaxValue);
        for (int i = 0; i < strategy.ByDate?.Count; i++)
        {
            if (strategy.ByDate[i] is not { } dated || dated.From <= last)
                continue;
            Add(
                "by_date_after_data",
                $"{key}.by_date[{i}].from",
                dated.Position,
                string.Create(CultureInfo.InvariantCulture, $"these parameters would apply from {dated.From:yyyy-MM-dd} on, but the data ends on {last:yyyy-MM-dd}"),
                "Remove the entry, or use data that continues after that day.");
        }
    }

    private void Add(string code, string key, SourcePosition position, string message, string fix) => _errors.Add(new InputError(code, message)
    {
        Key = key,
        Position = position.File is null ? position with { File = _config.File } : position,
        Fix = fix,
    });
}
