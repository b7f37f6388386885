using Spectre.Console;

namespace Backtest.Cli.Output;

/// <summary>Creates consoles for writers.</summary>
internal static class Consoles
{
    // Wide enough that no table is cut off where there is no terminal to fit.
    private const int PlainWidth = 240;

    /// <summary>Whether standard output is a terminal that can show more than plain lines.</summary>
    public static bool OutputIsTerminal => !Console.IsOutputRedirected && !IsDumb;

    /// <summary>Whether standard error is a terminal that can show more than plain lines.</summary>
    public static bool ErrorIsTerminal => !Console.IsErrorRedirected && !IsDumb;

    private static bool IsDumb => Environment.GetEnvironmentVariable("TERM") is "dumb";

    /// <summary>Creates a console for a writer.</summary>
    public static IAnsiConsole Create(TextWriter writer, bool isTerminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal)
            console.Profile.Width = PlainWidth;
        return console;
    }

    /// <summary>
    /// Creates a table in the tool's style, without lines, so that it fits a terminal with eighty columns and is readable in a file. Its cells are
    /// not wrapped, except in a column of prose whose <see cref="TableColumn.NoWrap"/> is reset.
    /// </summary>
    public static Table CreateTable(params IReadOnlyList<string> columns)
    {
        Table table = new Table().Border(TableBorder.None);
        for (int i = 0; i < columns.Count; i++)
        {
            int gap = i < columns.Count - 1 ? 2 : 0;
            table.AddColumn(new TableColumn($"[bold]{columns[i]}[/]") { Padding = new Padding(0, 0, gap, 0), NoWrap = true });
        }

        return table;
    }
}
