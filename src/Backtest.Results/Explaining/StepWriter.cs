namespace Backtest.Results;

/// <summary>Describes what needs more than one row of a run: its bars, regimes and equity.</summary>
/// <param name="run">The run.</param>
/// <param name="bars">Bars of its data, or null if the data is not available.</param>
internal sealed class StepWriter(StoredRun run, ObservedBars? bars)
{
    private readonly Dictionary<string, string?> _classifiers = ManifestTree.Portfolios(run.Manifest.Config)
        .ToDictionary(portfolio => portfolio.Name, portfolio => portfolio.Classifier, StringComparer.Ordinal);

    /// <summary>The basis of a signal: the bar, the regime, the parameters if they switch, and the indicators the strategy read.</summary>
    public IEnumerable<ExplanationStep> Causes(SignalRow signal)
    {
        if (Bar(signal.Symbol, signal.BarStart, "the bar it was decided on") is { } bar)
            yield return bar;
        if (Regime(signal.Portfolio, signal.Symbol, signal.Regime, signal.Time) is { } regime)
            yield return regime;
        if (ParametersInForce.Behind(run.Manifest.Config, signal) is { } parameters)
            yield return parameters;
        if (signal.Indicators.Length > 0)
            yield return RowSteps.Indicators(signal.Strategy, signal.Indicators, bars?.Reading(signal.Portfolio, signal.Strategy, signal.Symbol, signal.BarStart));
    }

    /// <summary>A bar, or null if it was not observed.</summary>
    public ExplanationStep? Bar(string symbol, DateTime start, string what) =>
        bars?.Bar(symbol, start) is { } bar ? RowSteps.Bar(bar, what) : null;

    /// <summary>The regime of a portfolio, or null if it has no classifier.</summary>
    public ExplanationStep? Regime(string portfolio, string symbol, string? regime, DateTime time)
    {
        if (_classifiers.GetValueOrDefault(portfolio) is not { } classifier || regime is null)
            return null;
        RegimeRow? change = run.Index.RegimeAt(classifier, symbol, time);
        double? probability = run.Index.ProbabilityAt(classifier, regime, symbol, time);
        string since = change is { } from ? $" since {Figures.Time(from.Time)}" : "";
        string sure = probability is { } known ? $", probability {Figures.Percent(known)}" : "";
        return new ExplanationStep("regime", change?.Time, $"{classifier}: {regime}{since}{sure}")
        {
            Facts = RowSteps.Facts(("classifier", classifier), ("regime", regime), ("since", change?.Time), ("probability", probability)),
        };
    }

    /// <summary>The effect of a fill on the portfolio's money: its cash, and its equity and exposure at the next close.</summary>
    public ExplanationStep Money(FillEffect effect)
    {
        EquitySeries? series = run.Equity.Portfolios.FirstOrDefault(own => own.Name == effect.Fill.Portfolio);
        int row = series is null ? -1 : FirstAfter(series.Times, effect.Fill.BarStart);
        bool isKnown = series is not null && row < series.Count;
        string close = isKnown
            ? $"; at the close equity {Figures.Money(series!.Equity[row])}, exposure {Figures.Percent(series.Exposure[row])}, drawdown {Figures.Percent(series.Drawdown[row])}"
            : "";
        return new ExplanationStep("money", effect.Fill.Time, $"cash {Figures.Money(effect.CashBefore)}, now {Figures.Money(effect.CashAfter)}{close}")
        {
            Facts = RowSteps.Facts(
                ("cash_before", effect.CashBefore), ("cash_after", effect.CashAfter), ("equity", isKnown ? series!.Equity[row] : null),
                ("exposure", isKnown ? series!.Exposure[row] : null), ("drawdown", isKnown ? series!.Drawdown[row] : null)),
        };
    }

    /// <summary>The first row that ends after a time.</summary>
    private static int FirstAfter(ReadOnlySpan<DateTime> times, DateTime time)
    {
        int row = times.BinarySearch(time);
        return row < 0 ? ~row : row + 1;
    }
}
