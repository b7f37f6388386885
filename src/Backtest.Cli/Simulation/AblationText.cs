using System.Globalization;
using Backtest.Cli.Output;
using Backtest.Research;
using Spectre.Console;

namespace Backtest.Cli.Simulation;

/// <summary>Writes what the parts of a run add, as text.</summary>
internal static class AblationText
{
    private const string NotAvailable = "-";

    /// <summary>Writes a table, and the meaning of its figures.</summary>
    public static void Write(TextWriter output, AblationReport report)
    {
        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        Table table = Consoles.CreateTable("Left out", "Sharpe", "5% to 95%", "Return", "5% to 95%", "Drawdown", "5% to 95%");
        foreach (TableColumn figures in table.Columns.Skip(1))
            figures.Alignment = Justify.Right;
        foreach (AblationEffect part in report.Parts)
        {
            string name = Markup.Escape($"{part.Kind.Replace('_', ' ')} {part.Name}");
            table.AddRow([name, .. Cells(part.Sharpe, "F2"), .. Cells(part.TotalReturn, "P1"), .. Cells(part.MaxDrawdown, "P1")]);
        }

        AblationFigures whole = report.Whole;
        console.WriteLine(
            $"{report.Name}: Sharpe {Text(whole.Sharpe, "F2")}, return {Text(whole.TotalReturn, "P1")}, drawdown {Text(whole.MaxDrawdown, "P1")}. "
            + "Each part adds:");
        console.WriteFitted(table, together: 2);
        foreach (AblationEffect part in report.Parts.Where(part => part.Unavailable is not null))
            console.WriteLine($"{part.Kind.Replace('_', ' ')} {part.Name} cannot be left out: {part.Unavailable}");
        console.WriteLine(
            "Each part is left out by itself, and the capital it frees stays idle. The contributions do not add up to the whole, because a part can make up for "
            + "another, or work only together with it. An interval that contains zero means that the days of this run do not show whether the part "
            + "adds anything.");
    }

    private static string[] Cells(AblationChange? change, string format) => change is null
        ? [NotAvailable, NotAvailable]
        : [Signed(change.Value, format), $"{Signed(change.P5, format)} to {Signed(change.P95, format)}"];

    private static string Signed(double value, string format) => (value > 0 ? "+" : "") + Text(value, format);

    private static string Text(double? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture).Replace(" %", "%", StringComparison.Ordinal) ?? NotAvailable;
}
