using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>monte_carlo</c>: how a run is tested against what else could have happened.</summary>
internal static class MonteCarloSection
{
    private const int MostRepetitions = 100_000;
    private const double LatestStart = 0.9;
    private const int MostDelay = 1000;

    private static readonly MonteCarloConfig Default = new();

    private static readonly Key<MonteCarloConfig, IReadOnlyList<string>> Methods = new(
        "methods",
        new ListKind<string>(new ChoiceKind<string>([.. MonteCarloMethods.All.Select(name => (name, name))])),
        config => config.Methods,
        "What is changed at random: trade_order, trades and returns need no further run; bars, noise, start, costs and delays repeat the run.")
    {
        Default = Default.Methods,
    };

    private static readonly Key<MonteCarloConfig, int> Repetitions = new(
        "repetitions",
        Kinds.Integer(Bounds.Between(MonteCarloMethods.FewestRepetitions, MostRepetitions)),
        config => config.Repetitions,
        "The number of times trades or returns are drawn.")
    {
        Default = Default.Repetitions,
    };

    private static readonly Key<MonteCarloConfig, int> Reruns = new(
        "reruns",
        Kinds.Integer(Bounds.Between(MonteCarloMethods.FewestRepetitions, MostRepetitions)),
        config => config.Reruns,
        "The number of times each method that needs runs repeats the run.")
    {
        Default = Default.Reruns,
    };

    private static readonly Key<MonteCarloConfig, ulong> Seed =
        new("seed", Kinds.Seed, config => config.Seed, "The seed of the random numbers.") { Default = Default.Seed };

    private static readonly Key<MonteCarloConfig, double> Noise = new(
        "noise",
        Kinds.Number(Bounds.Positive),
        config => config.Noise,
        "The standard deviation of the noise on a price, as a fraction of the mean range of a bar.")
    {
        Default = Default.Noise,
    };

    private static readonly Key<MonteCarloConfig, double> StartWithin = new(
        "start_within",
        Kinds.Number(Bounds.PositiveUpTo(LatestStart)),
        config => config.StartWithin,
        "The first part of the run's days in which trading may begin, as a fraction.")
    {
        Default = Default.StartWithin,
    };

    private static readonly Key<MonteCarloConfig, double> ExtraCost = new(
        "extra_cost",
        Kinds.Number(Bounds.Positive),
        config => config.ExtraCost,
        "The largest additional charge on a fill, in basis points of its value.")
    {
        Default = Default.ExtraCost,
    };

    private static readonly Key<MonteCarloConfig, IReadOnlyList<int>> Delays = new(
        "delays",
        new ListKind<int>(Kinds.Integer(Bounds.Between(1, MostDelay))),
        config => config.Delays,
        "The numbers of bars by which orders are delayed beyond the run's latency, with one run for each. If the latency is a length of time, multiples of it.")
    {
        Default = Default.Delays,
    };

    /// <summary>The section.</summary>
    public static ValueKind<MonteCarloConfig> Kind { get; } =
        new ObjectKind<MonteCarloConfig>([Methods, Repetitions, Reruns, Seed, Noise, StartWithin, ExtraCost, Delays], Build);

    private static MonteCarloConfig Build(MapReader map)
    {
        IReadOnlyList<string> methods = map.Get(Methods);
        if (methods.Count == 0)
        {
            map.Error(
                Methods.Name,
                "missing_value",
                "found an empty list, expected at least one method.",
                $"Name some of {string.Join(", ", MonteCarloMethods.All)}, or remove 'methods'.");
        }

        Once(map, Methods.Name, methods, "Name it once. Use 'repetitions' to set how often it is drawn.");
        IReadOnlyList<int> delays = map.Get(Delays);
        Once(map, Delays.Name, delays, "Name it once.");
        if (delays.Count == 0)
            map.Error(Delays.Name, "missing_value", "found an empty list, expected at least one delay.", "Name some, such as [1, 2, 5], or remove 'delays'.");

        return new MonteCarloConfig
        {
            Methods = methods,
            Repetitions = map.Get(Repetitions),
            Reruns = map.Get(Reruns),
            Seed = map.Get(Seed),
            Noise = map.Get(Noise),
            StartWithin = map.Get(StartWithin),
            ExtraCost = map.Get(ExtraCost),
            Delays = [.. delays.Order()],
        };
    }

    private static void Once<T>(MapReader map, string key, IReadOnlyList<T> values, string fix)
        where T : notnull
    {
        foreach (T twice in values.CountBy(value => value).Where(value => value.Value > 1).Select(value => value.Key))
            map.Error(key, "duplicate_value", $"'{twice}' is named more than once.", fix);
    }
}
