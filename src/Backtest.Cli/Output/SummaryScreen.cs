using System.Globalization;
using Backtest.Engine;
using Backtest.Results;
using Spectre.Console;

namespace Backtest.Cli.Output;

/// <summary>
/// Writes the end of a run to a terminal: a table of the portfolios and the total, the outcomes of signals, warnings, and where the results are.
/// </summary>
internal static class SummaryScreen
{
    private const string NotAvailable = "-";

    private const int SparklineWidth = 40;

    private static readonly string[] Columns =
        ["Portfolio", "Capital", "Final equity", "Return", "CAGR", "Sharpe", "Drawdown", "Trades"];

    // On a narrow terminal, leave out figures that can be derived from others, the least important first.
    private static readonly string[][] Narrower = [["Capital"], ["Capital", "CAGR"], ["Capital", "CAGR", "Final equity"]];

    public static void Write(TextWriter output, BacktestResult result, RunMetrics metrics, RunMonitor monitor, string folder, string? page, string? holdout)
    {
        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        Table[] tables = [CreateTable(result, metrics, Columns), .. Narrower.Select(without => CreateTable(result, metrics, [.. Columns.Except(without)]))];
        console.WriteFitted(tables.FirstOrDefault(table => FittedTables.WidthOf(console, table) <= console.Profile.Width, tables[^1]));
        if (metrics.Total.Benchmark is { BenchmarkReturn: not null } benchmark)
            console.WriteLine(Describe(benchmark, monitor.Benchmark, metrics.Times["total"]));
        if (Sparkline.Draw(monitor.Figures.Equity, SparklineWidth) is { Length: > 0 } line)
            console.WriteLine($"equity  {line}");
        console.WriteLine();
        foreach (PortfolioResult portfolio in result.Portfolios)
        {
            console.WriteLine($"{portfolio.Name}: {SignalFlow.Describe(portfolio, monitor.EndingsOf(portfolio.Name))}");
            if (SignalFlow.ExplainNoTrades(portfolio, result) is { } reason)
                console.WriteLine($"  no trades: {reason}");
        }

        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"indicators: {result.IndicatorsRequested} requested, {result.IndicatorsComputed} computed; bars: {result.BarsProcessed:N0}"));
        if (holdout is not null)
            console.WriteLine(holdout);
        if (result.Warnings.Count > 0)
            WriteWarnings(console, result.Warnings);
        // Do not wrap paths: a terminal can open them only whole.
        output.WriteLine($"run: {folder}");
        if (page is not null)
            output.WriteLine($"report: {page}");
    }

    /// <summary>Writes each warning with its fix below it, both wrapped to the width of the terminal.</summary>
    internal static void WriteWarnings(IAnsiConsole console, IReadOnlyList<RunWarning> warnings)
    {
        console.MarkupLine(warnings.Count == 1 ? "[yellow]1 warning:[/]" : $"[yellow]{warnings.Count} warnings:[/]");
        foreach (RunWarning warning in warnings)
        {
            console.Write(new Padder(new Text(warning.Message), new Padding(2, 0, 0, 0)));
            if (warning.Fix is not null)
                console.Write(new Padder(new Text(warning.Fix), new Padding(4, 0, 0, 0)));
        }
    }

    private static string Describe(BenchmarkMetrics benchmark, string? name, MeasuredTime time)
    {
        string alpha = time.IsShort ? NotAvailable : Format(benchmark.Alpha, "P2");
        string ratio = time.IsShort ? NotAvailable : Format(benchmark.InformationRatio, "F2");
        return $"benchmark {name}: return {Format(benchmark.BenchmarkReturn, "P2")}; relative to it: beta {Format(benchmark.Beta, "F2")}, alpha {alpha}, information ratio {ratio}";
    }

    private static Table CreateTable(BacktestResult result, RunMetrics metrics, string[] columns)
    {
        Table table = Consoles.CreateTable(columns);
        foreach (TableColumn figures in table.Columns.Skip(1))
            figures.Alignment = Justify.Right;
        foreach (PortfolioResult portfolio in result.Portfolios)
            AddRow(portfolio.Name, metrics.Portfolios[portfolio.Name], metrics.Times[portfolio.Name]);
        AddRow("total", metrics.Total, metrics.Times["total"]);
        return table;

        void AddRow(string name, PerformanceMetrics of, MeasuredTime time) =>
            table.AddRow([.. Row(name, of, time).Where((_, place) => columns.Contains(Columns[place]))]);
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
