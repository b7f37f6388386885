namespace Backtest.Engine;

/// <summary>The sets of parameters a strategy switches between, each distinct set once.</summary>
internal sealed class ParameterSets
{
    /// <summary>The number of the set that applies if no other does.</summary>
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

    /// <summary>The stretches of days and the sets that apply in them, in the order of days; the first stretch applies from the beginning.</summary>
    public IReadOnlyList<ParameterStretch> Stretches { get; }

    /// <summary>Parameters with those that differ replaced.</summary>
    private static ParameterMap Over(ParameterMap plain, ParameterMap differing) => plain with
    {
        Entries =
        [
            .. plain.Entries.Select(entry => differing.Find(entry.Key) ?? entry),
            .. differing.Entries.Where(entry => plain.Find(entry.Key) is null),
        ],
    };
}

/// <summary>One set of parameters of a strategy.</summary>
/// <param name="Key">Its key under the strategy, such as <c>by_regime.bear</c>; <see langword="null"/> for the plain set.</param>
/// <param name="Parameters">All its parameters.</param>
internal sealed record ParameterSet(string? Key, ParameterMap Parameters);

/// <summary>The sets that apply from a day on.</summary>
/// <param name="Day">The day, as a day number.</param>
/// <param name="Plain">The set for regimes that are not named.</param>
/// <param name="ByRegime">The sets for named regimes.</param>
internal sealed record ParameterStretch(int Day, int Plain, IReadOnlyDictionary<string, int> ByRegime)
{
    /// <summary>The set that applies in a regime.</summary>
    public int In(string regime) => ByRegime.GetValueOrDefault(regime, Plain);
}
