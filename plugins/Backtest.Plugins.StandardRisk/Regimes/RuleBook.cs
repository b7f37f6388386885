namespace Backtest.Plugins.StandardRisk;

/// <summary>The rules of each regime, merged once.</summary>
internal sealed class RuleBook
{
    private readonly RiskRules _otherwise;
    private readonly KeyValuePair<string, RiskRules>[] _byRegime;
    private readonly List<IndicatorSpec> _measures = [];

    public RuleBook(Sizer sizer, IReadOnlyList<RiskLimit> limits, IReadOnlyDictionary<string, RegimeOverride> byRegime)
    {
        _otherwise = new RiskRules(sizer, Add(sizer), limits);
        _byRegime = [.. byRegime.Select(entry => KeyValuePair.Create(entry.Key, Rules(entry.Value)))];
        WatchEveryTurn = _otherwise.WatchEveryTurn || _byRegime.Any(entry => entry.Value.WatchEveryTurn);

        RiskRules Rules(RegimeOverride change) => new(
            change.Sizer ?? sizer,
            change.Sizer is null ? _otherwise.Measure : Add(change.Sizer),
            limits.Concat(change.Limits));
    }

    /// <summary>The indicators that the sizers use.</summary>
    public IReadOnlyList<IndicatorSpec> Measures => _measures;

    /// <summary>Whether a limit of any regime has to be checked every turn.</summary>
    public bool WatchEveryTurn { get; }

    /// <summary>The rules that apply in a regime; <see langword="null"/> if there is no classifier.</summary>
    public RiskRules In(string? regime)
    {
        foreach (KeyValuePair<string, RiskRules> entry in _byRegime)
        {
            if (entry.Key == regime)
                return entry.Value;
        }

        return _otherwise;
    }

    private int Add(Sizer sizer)
    {
        if (sizer.Measure is not { } measure)
            return -1;
        _measures.Add(measure);
        return _measures.Count - 1;
    }
}
