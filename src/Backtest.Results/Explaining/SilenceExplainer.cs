namespace Backtest.Results;

/// <summary>
/// Explains why a symbol was not traded on a day: which signals there were and what stopped them, or what strategies saw instead.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="symbol">The symbol.</param>
/// <param name="day">The day, by the starts of bars in UTC.</param>
/// <param name="portfolio">The portfolio, or null for all.</param>
public sealed class SilenceExplainer(StoredRun run, string symbol, DateOnly day, string? portfolio = null)
{
    private readonly DateTime _from = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>The bars of the day.</summary>
    public BarMoment Moment => new(symbol, _from, _from.AddDays(1).AddTicks(-1));

    /// <summary>Explains the day, with a step for each strategy.</summary>
    /// <param name="bars">The bars of the day, or null if the data is not available.</param>
    /// <exception cref="InputException">The run has no rows for the symbol on that day.</exception>
    public Explanation Explain(ObservedBars? bars)
    {
        var steps = new StepWriter(run, bars);
        var all = new List<ExplanationStep>();
        foreach (ObservedBar bar in bars?.Bars ?? [])
            all.Add(RowSteps.Bar(bar, "the day's"));
        SignalRow[] signals =
        [
            .. run.Signals.Where(signal =>
                signal.Symbol == symbol && signal.BarStart >= Moment.From && signal.BarStart <= Moment.To && IsAsked(signal.Portfolio)),
        ];
        foreach (SignalRow signal in signals)
        {
            all.Add(RowSteps.Signal(signal) with
            {
                Details =
                [
                    .. steps.Causes(signal).Where(step => step.Kind != "bar"),
                    .. run.Index.OrdersOf(signal).Select(order => RowSteps.Order(order, run.Index.StatesOf(order), null)),
                ],
            });
        }

        foreach (ObservedReading reading in bars?.Readings.Where(reading => IsAsked(reading.Portfolio)) ?? [])
        {
            if (!signals.Any(signal => signal.Portfolio == reading.Portfolio && signal.Strategy == reading.Strategy && signal.BarStart == reading.Bar.Start))
                all.Add(Silent(reading));
        }

        if (all.Count == 0)
        {
            throw new InputException(new InputError("nothing_there", $"the run has no bar or signal of {symbol} on {Figures.Time(_from)}")
            {
                Fix = $"Its symbols and days are in {run.Folder}. A day is the day a bar starts, in UTC.",
            });
        }

        return new Explanation($"{symbol} on {Figures.Time(_from)}", all);
    }

    private bool IsAsked(string name) => portfolio is null || name == portfolio;

    private ExplanationStep Silent(ObservedReading reading)
    {
        decimal held = FillEffect.Of(run, reading.Portfolio).Values
            .Where(effect => effect.Fill.Strategy == reading.Strategy && effect.Fill.Symbol == symbol && effect.Fill.Time <= reading.Bar.End)
            .Select(effect => (decimal?)effect.HeldAfter).LastOrDefault() ?? 0;
        bool isReady = reading.ReadyIndex is { } first && reading.Index >= first;
        string why = !isReady ? "its indicators were not ready, so it was not called"
            : held != 0 ? $"it held {Figures.Quantity(held)} and gave no signal"
            : "it was called and gave no signal";
        return new ExplanationStep("silence", reading.Bar.End, $"{reading.Portfolio}, {reading.Strategy}: {why}")
        {
            Facts = new Dictionary<string, object?> { ["portfolio"] = reading.Portfolio, ["strategy"] = reading.Strategy, ["ready"] = isReady, ["held"] = held },
            Details = reading.Indicators.Count == 0 ? [] : [RowSteps.Indicators(reading.Strategy, reading.Indicators, reading)],
        };
    }
}
