using System.Globalization;
using System.Text;
using Backtest.Engine;

namespace Backtest.Cli.Output;

/// <summary>Describes the outcomes of a portfolio's signals, and why nothing was traded if nothing was.</summary>
internal static class SignalFlow
{
    private const string Ordered = "ordered";
    private const string Cut = "cut";
    private const string Applied = "applied";
    private const string NothingToExit = "nothing_to_exit";

    /// <summary>
    /// The counts from signals over vetoes and orders to fills; orders that were not filled completely are counted by how they ended.
    /// </summary>
    public static string Describe(PortfolioResult portfolio, OrderEndings endings)
    {
        (string Reason, int Count)[] vetoes = Vetoes(portfolio);
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{portfolio.Signals:N0} signals → {vetoes.Sum(veto => veto.Count):N0} vetoed");
        if (vetoes.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $" ({List(vetoes)})");
        if (portfolio.SignalOutcomes.GetValueOrDefault(NothingToExit) is > 0 and int idle)
            text.Append(CultureInfo.InvariantCulture, $", {idle:N0} with nothing to exit");
        if (portfolio.SignalOutcomes.GetValueOrDefault(Applied) is > 0 and int applied)
            text.Append(CultureInfo.InvariantCulture, $", {applied:N0} changed working orders");
        text.Append(CultureInfo.InvariantCulture, $" → {portfolio.Orders:N0} orders");
        if (portfolio.SignalOutcomes.GetValueOrDefault(Cut) is > 0 and int cut)
            text.Append(CultureInfo.InvariantCulture, $" ({cut:N0} cut)");
        text.Append(CultureInfo.InvariantCulture, $" → {portfolio.Fills:N0} fills");
        if (endings.All is { Count: > 0 } all)
            text.Append(CultureInfo.InvariantCulture, $" ({string.Join(", ", all.Select(Ending))})");
        return text.ToString();
    }

    /// <summary>Why a portfolio closed no trade, or <see langword="null"/> if it closed one.</summary>
    public static string? ExplainNoTrades(PortfolioResult portfolio, BacktestResult result)
    {
        if (portfolio.Trades > 0)
            return null;
        if (portfolio.Fills > 0)
            return "the positions are still open at the end";
        if (portfolio.Orders > 0)
            return "no order was filled; see the orders table for each one's status and reason";
        if (portfolio.Signals == 0)
            return ExplainNoSignals(portfolio, result);
        return Vetoes(portfolio) is [var most, ..]
            ? $"every entry was vetoed, mostly for {most.Reason}"
            : "there was nothing to exit, and no strategy asked for an entry";
    }

    private static string ExplainNoSignals(PortfolioResult portfolio, BacktestResult result)
    {
        if (result.Faults.Any(fault => fault.Container.Split('/').Contains(portfolio.Name)))
            return "it stopped before any strategy gave a signal";
        return result.BarsProcessed == 0 ? "there were no bars" : "no strategy gave a signal";
    }

    private static string Ending((string Kind, string Reason, int Count) ending) => string.Create(
        CultureInfo.InvariantCulture, $"{ending.Count:N0} {ending.Kind}{(ending.Reason.Length > 0 ? $": {ending.Reason}" : "")}");

    private static (string Reason, int Count)[] Vetoes(PortfolioResult portfolio) =>
    [
        .. portfolio.SignalOutcomes.Where(outcome => outcome.Value > 0 && outcome.Key is not (Ordered or Cut or Applied or NothingToExit))
            .OrderByDescending(outcome => outcome.Value).ThenBy(outcome => outcome.Key, StringComparer.Ordinal)
            .Select(outcome => (outcome.Key, outcome.Value)),
    ];

    private static string List((string Reason, int Count)[] vetoes) => string.Join(
        ", ", vetoes.Select(veto => string.Create(CultureInfo.InvariantCulture, $"{veto.Reason} {veto.Count:N0}")));
}
