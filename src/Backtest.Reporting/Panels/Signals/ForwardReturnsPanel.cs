using System.Globalization;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>What followed signals: the mean return over each horizon, by regime.</summary>
internal sealed class ForwardReturnsPanel : IPanel<SignalsContext>
{
    private const int MostStrategies = 12;

    /// <inheritdoc/>
    public ReportSection? Build(SignalsContext context)
    {
        var strategies = context.Statistics.Where(statistic => statistic.Measured > 0 && statistic.Group is SignalGroup.All or SignalGroup.Regime)
            .GroupBy(statistic => (statistic.Portfolio, statistic.Strategy)).ToArray();
        if (strategies.Length == 0)
            return null;
        TextColumn horizons = new([.. context.Horizons.Select(horizon => horizon.ToString(CultureInfo.InvariantCulture))]);
        return new ReportSection("forward", "Forward returns",
        [
            .. strategies.Take(MostStrategies).SelectMany(strategy => (Block[])
            [
                Curves(context, strategy, horizons, statistic => statistic.Expectancy) with
                    { Title = $"Mean return: {SignalsContext.Name(strategy.Key.Portfolio, strategy.Key.Strategy)}" },
                Curves(context, strategy, horizons, statistic => statistic.HitRate) with
                    { Title = $"Share of gains: {SignalsContext.Name(strategy.Key.Portfolio, strategy.Key.Strategy)}" },
            ]),
        ])
        {
            Lead = "From the open after a signal to the close of the given bar, for the side of the signal, before costs, by the regime of the signal."
                + (strategies.Length > MostStrategies ? $" Shows the first {MostStrategies} of {strategies.Length} strategies. The others are in the statistics." : ""),
        };
    }

    private static CurvesBlock Curves(
        SignalsContext context, IEnumerable<SignalStatistic> statistics, TextColumn horizons, Func<SignalStatistic, double?> read) => new(
        "bars", horizons,
        [
            .. statistics.GroupBy(statistic => statistic.Regime ?? "all").Select(regime => new Curve(
                regime.Key,
                NumberColumn.Of(context.Horizons, horizon =>
                    regime.FirstOrDefault(statistic => statistic.Horizon == horizon) is { } found ? read(found) ?? double.NaN : double.NaN))),
        ],
        Format.Percent);
}
