using System.Globalization;
using Backtest.Engine;
using Backtest.Results;
using Spectre.Console;

namespace Backtest.Cli.Output;

/// <summary>The end of a run on a screen: a table per portfolio and in total, what became of signals, and where the results are.</summary>
internal static class RunSummary
{
    private const string NotAvailable = "-";

    // Long names had better run over the edge of a small screen than be cut.
    private const int LeastWidth = 120;

    private static readonly string[] Columns =
        ["Portfolio", "Capital", "Final equity", "Return", "CAGR", "Sharpe", "Drawdown", "Trades"];

    public static void Write(TextWriter output, BacktestResult result, RunMetrics metrics, string folder)
    {
        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        console.Profile.Width = Math.Max(console.Profile.Width, LeastWidth);
        console.Write(CreateTable(result, metrics));
        console.WriteLine();
        foreach (PortfolioResult portfolio in result.Portfolios)
        {
            console.WriteLine($"{portfolio.Name}: {SignalFlow.Describe(portfolio)}");
            if (SignalFlow.ExplainNoTrades(portfolio, result) is { } reason)
                console.WriteLine($"  no trades: {reason}");
        }

        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"indicators: {result.IndicatorsRequested} requested, {result.IndicatorsComputed} computed; bars: {result.BarsProcessed:N0}"));
        console.WriteLine($"run: {folder}");
    }

    private static Table CreateTable(BacktestResult result, RunMetrics metrics)
    {
        Table table = Consoles.CreateTable(Columns);
        foreach (TableColumn figures in table.Columns.Skip(1))
            figures.Alignment = Justify.Right;
        foreach (PortfolioResult portfolio in result.Portfolios)
            table.AddRow(Row(portfolio.Name, metrics.Portfolios[portfolio.Name], metrics.Times[portfolio.Name]));
        table.AddRow(Row("total", metrics.Total, metrics.Times["total"]));
        return table;
    }

    private static string[] Row(string name, PerformanceMetrics metrics, MeasuredTime time) =>
    [
        Markup.Escape(name),
        Format(metrics.InitialCapital, "N2"),
        Format(metrics.FinalEquity, "N2"),
        Format(metrics.TotalReturn, "P2"),
        time.IsShort ? NotAvailable : Format(metrics.Cagr, "P2"),
        time.IsShort ? NotAvailable : Format(metrics.Sharpe, "F2"),
        Format(metrics.MaxDrawdown, "P2"),
        Format(metrics.Trades, "N0"),
    ];

    private static string Format(IFormattable? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture).Replace(" %", "%", StringComparison.Ordinal) ?? NotAvailable;
}
