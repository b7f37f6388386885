namespace Backtest.Engine;

/// <summary>The parameters a strategy switches between, each set of them once.</summary>
internal sealed class ParameterSets
{
    /// <summary>The set that holds where nothing else is said.</summary>
    public const int Plain = 0;

    /// <param name="config">The strategy.</param>
    public ParameterSets(StrategyConfig config)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var sets = new List<ParameterSet>();
        Add(key: null, config.Parameters);
        Stretches =
        [
            Stretch(int.MinValue, Plain, "", config.Parameters, config.ByRegime),
            .. (config.ByDate ?? []).Select((dated, index) =>
            {
                ParameterMap whole = Over(config.Parameters, dated.Parameters);
                string key = $"by_date[{index}]";
                return Stretch(dated.From.DayNumber, Add(key, whole), $"{key}.", whole, dated.ByRegime);
            }),
        ];
        All = sets;

        int Add(string? key, ParameterMap whole)
        {
            if (numbers.TryAdd(ParameterText.Of(whole), sets.Count))
                sets.Add(new ParameterSet(key, whole));
            return numbers[ParameterText.Of(whole)];
        }

        ParameterStretch Stretch(int day, int plain, string key, ParameterMap whole, IReadOnlyList<RegimeParametersConfig>? byRegime) => new(
            day, plain, (byRegime ?? []).ToDictionary(
                regime => regime.Regime, regime => Add($"{key}by_regime.{regime.Regime}", Over(whole, regime.Parameters)), StringComparer.Ordinal));
    }

    /// <summary>The sets, the plain one first.</summary>
    public IReadOnlyList<ParameterSet> All { get; }

    /// <summary>Which sets hold from which day on, in the order of days; the first holds from the beginning.</summary>
    public IReadOnlyList<ParameterStretch> Stretches { get; }

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

/// <summary>Which sets hold from a day on.</summary>
/// <param name="Day">The day, as a day number.</param>
/// <param name="Plain">The set of regimes that are not named.</param>
/// <param name="ByRegime">The sets of those that are.</param>
internal sealed record ParameterStretch(int Day, int Plain, IReadOnlyDictionary<string, int> ByRegime)
{
    /// <summary>The set that holds in a regime.</summary>
    public int In(string regime) => ByRegime.GetValueOrDefault(regime, Plain);
}
