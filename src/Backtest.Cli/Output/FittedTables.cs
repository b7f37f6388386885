using Spectre.Console;
using Spectre.Console.Rendering;

namespace Backtest.Cli.Output;

/// <summary>Writes tables so that no figure and no word is cut off at the edge of the terminal.</summary>
internal static class FittedTables
{
    private const int LeastProse = 24;

    // Wider than any cell, so that cells get their natural width.
    private const int Unbounded = 10_000;

    /// <summary>The width of a table without wrapping.</summary>
    public static int WidthOf(IAnsiConsole console, Table table) => Widths(console, table).Sum();

    /// <summary>
    /// Writes a table. If it is too wide, columns that may wrap are wrapped; if that is not enough, it is split into several tables, one below the
    /// other, each starting with the names of the rows.
    /// </summary>
    /// <param name="console">The console.</param>
    /// <param name="table">The table.</param>
    /// <param name="names">The number of columns that name a row.</param>
    /// <param name="together">The number of other columns that form a unit, which is not split.</param>
    public static void WriteFitted(this IAnsiConsole console, Table table, int names = 1, int together = 1)
    {
        int screen = console.Profile.Width;
        int[] widths = Widths(console, table);
        WrapProse(table, widths, screen);
        bool isFirst = true;
        foreach (int[] columns in Parts(widths, names, together, screen))
        {
            if (!isFirst)
                console.WriteLine();
            isFirst = false;
            console.Profile.Width = Math.Max(screen, columns.Sum(column => widths[column]));
            console.Write(columns.Length == widths.Length ? table : Part(table, columns));
            console.Profile.Width = screen;
        }
    }

    private static int[] Widths(IAnsiConsole console, Table table)
    {
        RenderOptions options = RenderOptions.Create(console);
        return
        [
            .. table.Columns.Select((column, place) => table.Rows.Select(row => row[place]).Prepend(column.Header)
                .Max(cell => cell.Measure(options, Unbounded).Max) + (column.Padding?.Right ?? 0)),
        ];
    }

    private static void WrapProse(Table table, int[] widths, int screen)
    {
        int[] prose = [.. table.Columns.Index().Where(column => !column.Item.NoWrap).Select(column => column.Index)];
        if (prose.Length == 0 || widths.Sum() <= screen)
            return;
        int room = screen - widths.Where((_, place) => !prose.Contains(place)).Sum();
        foreach (int place in prose)
        {
            int padding = table.Columns[place].Padding?.Right ?? 0;
            int width = Math.Min(widths[place] - padding, Math.Max(LeastProse, (room / prose.Length) - padding));
            table.Columns[place].Width = width;
            widths[place] = width + padding;
        }
    }

    private static IEnumerable<int[]> Parts(int[] widths, int names, int together, int screen)
    {
        int[] named = [.. Enumerable.Range(0, names)];
        int[][] groups = [.. Enumerable.Range(names, widths.Length - names).Chunk(together)];
        int room = screen - named.Sum(column => widths[column]);
        List<int> part = [];
        foreach (int[] group in groups)
        {
            if (part.Count > 0 && part.Concat(group).Sum(column => widths[column]) > room)
            {
                yield return [.. named, .. part];
                part.Clear();
            }

            part.AddRange(group);
        }

        yield return [.. named, .. part];
    }

    private static Table Part(Table table, int[] columns)
    {
        Table part = new Table().Border(TableBorder.None);
        foreach (int column in columns)
            part.AddColumn(table.Columns[column]);
        foreach (TableRow row in table.Rows)
            part.AddRow([.. columns.Select(column => row[column])]);
        return part;
    }
}
