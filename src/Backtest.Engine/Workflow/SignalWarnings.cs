using System.Globalization;

namespace Backtest.Engine;

/// <summary>Warns of what is probably unintended in a run that ends with signals or begins with them.</summary>
internal sealed class SignalWarnings(BacktestContainer run, bool isReadToItsEnd)
{
    /// <summary>All warnings.</summary>
    public IEnumerable<RunWarning> All() => run.Config.Workflow switch
    {
        Workflows.Signals => run.AllPortfolios.SelectMany(ReadingPositions),
        Workflows.Replay => [.. OtherData(), .. run.AllPortfolios.SelectMany(Left)],
        _ => [],
    };

    /// <summary>
    /// Whether a strategy's position, or the outcome of its orders, may affect its signals. The generator marks strategies that are pure; for
    /// containers, and for strategies that look across symbols, it cannot determine this.
    /// </summary>
    internal static bool GoesByPosition(StrategyPlan plan) => !plan.Factory.Descriptor.IsPure || plan.Members.Any(GoesByPosition);

    /// <summary>Strategies whose signals depend on their position or on the outcome of their orders, which do not exist in this run.</summary>
    private static IEnumerable<RunWarning> ReadingPositions(RiskPortfolioContainer portfolio) => portfolio.Strategies
        .Where(strategy => GoesByPosition(strategy.Plan))
        .Select(strategy => new RunWarning(
            "reads_position",
            $"strategy '{strategy.Name}' of portfolio '{portfolio.Config.Name}' reads its position, which is always flat when signals are not traded: "
            + "in a full run it may signal differently",
            "See the signals table of a full run for the signals it gives while trading."));

    private IEnumerable<RunWarning> OtherData()
    {
        if (run.Config.Recorded is not { } recorded)
            yield break;
        string[] read = [.. run.Files.Select(file => file.Sha256)];
        if (recorded.Data.Any(data => !data.SequenceEqual(read)))
        {
            yield return new RunWarning(
                "other_data",
                "the signals were made from different data than this run reads: the content of the files differs",
                "Make the signals again, or use the data from which they were made.");
        }
    }

    private IEnumerable<RunWarning> Left(RiskPortfolioContainer portfolio)
    {
        foreach (StrategyGroup strategy in portfolio.Strategies)
        {
            if (strategy.Replayed is not { } replayed)
                continue;
            string of = $"of strategy '{strategy.Name}' of portfolio '{portfolio.Config.Name}'";
            if (replayed.Signals is { Foreign: > 0, ForeignSymbol: { } symbol } signals)
            {
                yield return new RunWarning(
                    "foreign_symbols",
                    string.Create(CultureInfo.InvariantCulture, $"{signals.Foreign:N0} signals {of} are for symbols that are not in the data, the first for '{symbol}'"),
                    "Use the data from which the signals were made.");
            }

            // A portfolio that stopped because of a fault emitted no signals after it, and a run cut short did not reach all of them.
            int left = portfolio.Fault is null && isReadToItsEnd ? replayed.Left.Length : 0;
            if (replayed.Missed + left is not (> 0 and var missed))
                continue;
            var first = new DateTime(replayed.Missed > 0 ? replayed.FirstMissed : replayed.Left[0].Recorded.Time, DateTimeKind.Utc);
            yield return new RunWarning(
                "foreign_times",
                string.Create(CultureInfo.InvariantCulture, $"{missed:N0} signals {of} were given at times for which the data has no bar, the first at {first:yyyy-MM-dd HH:mm:ss}Z"),
                "Use the data from which the signals were made, over the same days, and the strategy's original timeframe.");
        }
    }
}
