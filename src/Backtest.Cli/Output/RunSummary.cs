using System.Globalization;
using Backtest.Engine;
using Backtest.Results;
using Spectre.Console;

namespace Backtest.Cli.Output;

/// <summary>The end of a run on a screen: a table per portfolio and in total, what became of signals, and where the results are.</summary>
internal static class RunSummary
{
    private const string NotAvailable = "-";

    private static readonly string[] Columns =
        ["Portfolio", "Capital", "Final equity", "Return", "CAGR", "Sharpe", "Max drawdown", "Trades"];

    public static void Write(TextWriter output, BacktestResult result, RunMetrics metrics, string folder)
    {
        bool isTerminal = Consoles.OutputIsTerminal;
        IAnsiConsole console = Consoles.Create(output, isTerminal);
        console.Write(CreateTable(isTerminal, result, metrics));
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

    private static Table CreateTable(bool isTerminal, BacktestResult result, RunMetrics metrics)
    {
        Table table = Consoles.CreateTable(isTerminal);
        foreach (string column in Columns)
            table.AddColumn(new TableColumn(column) { NoWrap = true, Alignment = column == Columns[0] ? Justify.Left : Justify.Right });
        foreach (PortfolioResult portfolio in result.Portfolios)
            table.AddRow(Row(portfolio.Name, metrics.Portfolios[portfolio.Name]));
        if (isTerminal)
            table.AddEmptyRow();
        table.AddRow(Row("total", metrics.Total));
        return table;
    }

    private static string[] Row(string name, PerformanceMetrics metrics) =>
    [
        Markup.Escape(name),
        Format(metrics.InitialCapital, "N2"),
        Format(metrics.FinalEquity, "N2"),
        Format(metrics.TotalReturn, "P2"),
        Format(metrics.Cagr, "P2"),
        Format(metrics.Sharpe, "F2"),
        Format(metrics.MaxDrawdown, "P2"),
        Format(metrics.Trades, "N0"),
    ];

    private static string Format(IFormattable? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture).Replace(" %", "%", StringComparison.Ordinal) ?? NotAvailable;
}
