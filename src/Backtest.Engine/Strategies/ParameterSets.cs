namespace Backtest.Engine;

/// <summary>The parameters a strategy switches between, each set of them once.</summary>
internal sealed class ParameterSets
{
    /// <summary>The set that holds where nothing else is said.</summary>
    public const int Plain = 0;

    private readonly Dictionary<string, int> _byRegime = new(StringComparer.Ordinal);

    /// <param name="config">The strategy.</param>
    public ParameterSets(StrategyConfig config)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var sets = new List<ParameterSet>();
        Add(key: null, ParameterMap.Empty);
        foreach (RegimeParametersConfig regime in config.ByRegime ?? [])
            _byRegime[regime.Regime] = Add($"by_regime.{regime.Regime}", regime.Parameters);
        Dates = [.. (config.ByDate ?? []).Select((dated, index) => (dated.From.DayNumber, Add($"by_date[{index}]", dated.Parameters)))];
        All = sets;

        int Add(string? key, ParameterMap differing)
        {
            ParameterMap whole = Over(config.Parameters, differing);
            if (numbers.TryAdd(ParameterText.Of(whole), sets.Count))
                sets.Add(new ParameterSet(key, whole));
            return numbers[ParameterText.Of(whole)];
        }
    }

    /// <summary>The sets, the plain one first.</summary>
    public IReadOnlyList<ParameterSet> All { get; }

    /// <summary>From which day on, as a day number, a set holds; in the order of days.</summary>
    public IReadOnlyList<(int Day, int Set)> Dates { get; }

    /// <summary>The set that holds in a regime.</summary>
    public int In(string regime) => _byRegime.GetValueOrDefault(regime, Plain);

    /// <summary>Parameters with those that differ in place of their own.</summary>
    private static ParameterMap Over(ParameterMap plain, ParameterMap differing) => plain with
    {
        Entries =
        [
            .. plain.Entries.Select(entry => differing.Find(entry.Key) ?? entry),
            .. differing.Entries.Where(entry => plain.Find(entry.Key) is null),
        ],
    };
}

/// <summary>One set of parameters a strategy may go by.</summary>
/// <param name="Key">Where it stands below the strategy, such as <c>by_regime.bear</c>; <see langword="null"/>: it is the plain one.</param>
/// <param name="Parameters">All its parameters.</param>
internal sealed record ParameterSet(string? Key, ParameterMap Parameters);
