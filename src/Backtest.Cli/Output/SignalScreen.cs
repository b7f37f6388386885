using System.Globalization;
using Backtest.Engine;
using Backtest.Results;
using Spectre.Console;

namespace Backtest.Cli.Output;

/// <summary>
/// Writes the end of a run that ends with signals to a terminal: the statistics of each strategy's entries over each horizon, the similarity of
/// strategies, what the rules of signals forbade, warnings, and where the results are.
/// </summary>
internal static class SignalScreen
{
    private const string NotAvailable = "-";
    private const int MostPairs = 20;

    public static void Write(TextWriter output, BacktestResult result, SignalReport report, string folder, string? page)
    {
        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        console.WriteFitted(Statistics(report), names: 2);
        console.WriteLine();
        if (report.Overlaps.Count > 0)
        {
            console.WriteFitted(Overlaps(report), names: 2);
            if (report.Overlaps.Count > MostPairs)
                console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {report.Overlaps.Count - MostPairs:N0} pairs more, in statistics.json"));
            console.WriteLine();
        }

        foreach (PortfolioResult portfolio in result.Portfolios)
            console.WriteLine($"{portfolio.Name}: {Flow(portfolio)}");
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"indicators: {result.IndicatorsRequested} requested, {result.IndicatorsComputed} computed; bars: {result.BarsProcessed:N0}"));
        if (result.Warnings.Count > 0)
            SummaryScreen.WriteWarnings(console, result.Warnings);
        output.WriteLine($"run: {folder}");
        if (page is not null)
            output.WriteLine($"report: {page}");
    }

    /// <summary>The number of signals given, and those that the rules of signals forbade.</summary>
    internal static string Flow(PortfolioResult portfolio)
    {
        string[] vetoes =
        [
            .. portfolio.SignalOutcomes.Where(outcome => outcome.Key != "observed" && outcome.Value > 0)
                .OrderByDescending(outcome => outcome.Value).ThenBy(outcome => outcome.Key, StringComparer.Ordinal)
                .Select(outcome => string.Create(CultureInfo.InvariantCulture, $"{outcome.Key} {outcome.Value:N0}")),
        ];
        string signals = string.Create(CultureInfo.InvariantCulture, $"{portfolio.Signals:N0} signals");
        return vetoes.Length == 0 ? signals : $"{signals}, of which not measured: {string.Join(", ", vetoes)}";
    }

    private static Table Statistics(SignalReport report)
    {
        Table table = Aligned(Consoles.CreateTable("Strategy", "Bars", "Entries", "Measured", "Hits", "Expectancy", "t", "Best", "Worst", "IC", "t(IC)"), 1);
        foreach (SignalStatistic statistic in report.Statistics.Where(statistic => statistic.Group == SignalGroup.All))
        {
            table.AddRow(
                Markup.Escape($"{statistic.Portfolio}/{statistic.Strategy}"),
                Format(statistic.Horizon, "N0"),
                Format(statistic.Signals, "N0"),
                Format(statistic.Measured, "N0"),
                Format(statistic.HitRate, "P1"),
                Format(statistic.Expectancy, "P3"),
                Format(statistic.T, "F2"),
                Format(statistic.Mfe, "P2"),
                Format(statistic.Mae, "P2"),
                Format(statistic.Coefficient, "F3"),
                Format(statistic.CoefficientT, "F2"));
        }

        return table;
    }

    private static Table Overlaps(SignalReport report)
    {
        Table table = Aligned(Consoles.CreateTable("Strategies", "", "Correlation", "Same entries", "Share"), 2);
        foreach (SignalOverlap overlap in report.Overlaps.Take(MostPairs))
        {
            table.AddRow(
                Markup.Escape($"{overlap.Portfolio}/{overlap.Strategy}"),
                Markup.Escape($"{overlap.OtherPortfolio}/{overlap.OtherStrategy}"),
                Format(overlap.Correlation, "F3"),
                Format(overlap.Shared, "N0"),
                Format(overlap.Share, "P1"));
        }

        return table;
    }

    private static Table Aligned(Table table, int names)
    {
        foreach (TableColumn figures in table.Columns.Skip(names))
            figures.Alignment = Justify.Right;
        return table;
    }

    private static string Format(IFormattable? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture).Replace(" %", "%", StringComparison.Ordinal) ?? NotAvailable;
}
