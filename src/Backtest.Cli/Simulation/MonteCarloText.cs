using System.Globalization;
using Backtest.Cli.Output;
using Backtest.Research;
using Spectre.Console;

namespace Backtest.Cli.Simulation;

/// <summary>Writes other results a run could have had, as text.</summary>
internal static class MonteCarloText
{
    private const string NotAvailable = "-";

    /// <summary>Writes a table, and the meaning of its figures.</summary>
    /// <param name="output">Receives the text.</param>
    /// <param name="report">The Monte Carlo report.</param>
    public static void Write(TextWriter output, MonteCarloReport report)
    {
        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        Table table = Consoles.CreateTable("Changed", "Figure", "Run", "5%", "25%", "50%", "75%", "95%");
        foreach (TableColumn figures in table.Columns.Skip(2))
            figures.Alignment = Justify.Right;
        foreach (MonteCarloResult result in report.Methods)
        {
            string name = result.Method;
            foreach ((string figure, MonteCarloBand? band, string format) in Figures(result))
            {
                if (band is null)
                    continue;
                table.AddRow([name, figure, Text(band.Run, format), .. band.Quantiles.Select(value => Text(value, format))]);
                name = "";
            }
        }

        if (table.Rows.Count > 0)
            console.WriteFitted(table, names: 2);
        if (report.Methods.Any(result => result.Steps.Count > 0))
            console.WriteFitted(StepsTable(report), names: 2);
        foreach (MonteCarloResult result in report.Methods)
        {
            string times = string.Create(CultureInfo.InvariantCulture, $"{result.Method} × {result.Repetitions:N0}");
            console.WriteLine(Chances(result) is { Length: > 0 } chances ? $"{times}: {chances}" : times);
            foreach (string sentence in result.Notes.Prepend(result.Meaning))
                console.Write(new Padder(new Text(sentence), new Padding(2, 0, 0, 0)));
        }
    }

    private static Table StepsTable(MonteCarloReport report)
    {
        Table table = Consoles.CreateTable("Assumption made worse", "By", "Final equity", "Return", "Drawdown", "Sharpe");
        foreach (TableColumn figures in table.Columns.Skip(2))
            figures.Alignment = Justify.Right;
        foreach (MonteCarloResult result in report.Methods)
        {
            string name = result.Method;
            foreach (StressStep step in result.Steps)
            {
                table.AddRow(
                    name, step.Amount, Text(step.FinalEquity, "N2"), Text(step.TotalReturn, "P1"), Text(step.MaxDrawdown, "P1"), Text(step.Sharpe, "F2"));
                name = "";
            }
        }

        return table;
    }

    private static IEnumerable<(string Figure, MonteCarloBand? Band, string Format)> Figures(MonteCarloResult result) =>
    [
        ("Final equity", result.FinalEquity, "N0"),
        ("Return", result.TotalReturn, "P1"),
        ("Drawdown", result.MaxDrawdown, "P1"),
        ("Sharpe", result.Sharpe, "F2"),
    ];

    private static string Chances(MonteCarloResult result)
    {
        if (result.ProbabilityOfDeeperDrawdown is null)
            return "";
        string deeper = $"{Text(result.ProbabilityOfDeeperDrawdown, "P1")} had a deeper drawdown than the run";
        string unit = result.Method == "bars" ? "bars" : $"{result.Step}s";
        string blocks = result.BlockLength is { } length
            ? string.Create(CultureInfo.InvariantCulture, $"; blocks of {length:0.0} {unit} on average")
            : "";
        return (result.ProbabilityOfLoss is { } loss ? $"{Text(loss, "P1")} lost money, {deeper}" : deeper) + blocks;
    }

    private static string Text(double? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture).Replace(" %", "%", StringComparison.Ordinal) ?? NotAvailable;
}
