using Backtest.Cli.Output;
using Spectre.Console;
using ScreenTable = Spectre.Console.Table;

namespace Backtest.Tests.Output;

/// <summary>Tables at the edge of a terminal.</summary>
public sealed class FittedTablesTests : IDisposable
{
    private const int Screen = 40;

    private readonly StringWriter _writer = new() { NewLine = "\n" };

    public void Dispose() => _writer.Dispose();

    [Fact]
    public void A_table_that_fits_is_written_as_it_is()
    {
        ScreenTable table = Consoles.CreateTable("Name", "Equity");
        table.AddRow("main", "1,846,090.99");

        Assert.Equal(["Name  Equity", "main  1,846,090.99"], Written(table));
    }

    [Fact]
    public void A_wide_table_is_written_in_parts_that_each_name_their_rows()
    {
        ScreenTable table = Consoles.CreateTable("Name", "Equity", "Capital", "Drawdown");
        table.AddRow("conservative", "1,846,090.99", "1,500,000.00", "5.67%");

        Assert.Equal(
            ["Name          Equity", "conservative  1,846,090.99", "", "Name          Capital       Drawdown", "conservative  1,500,000.00  5.67%"],
            Written(table));
    }

    [Fact]
    public void Columns_that_bewordtogether_stay_together()
    {
        ScreenTable table = Consoles.CreateTable("Left out", "Sharpe", "5% to 95%", "Return", "5% to 95%");
        table.AddRow("strategy", "+0.02", "-0.08 to +0.13", "+3.1%", "-3.7% to +10.0%");

        string[] lines = Written(table, together: 2);

        Assert.Equal("Left out  Sharpe  5% to 95%", lines[0]);
        Assert.Equal("Left out  Return  5% to 95%", lines[3]);
    }

    [Fact]
    public void Prose_is_broken_between_words_before_figures_are_parted()
    {
        ScreenTable table = Consoles.CreateTable("Name", "Description");
        table.Columns[1].NoWrap = false;
        table.AddRow("period", "The number of bars the average is of, at least two.");

        string[] lines = Written(table);

        Assert.Equal("period  The number of bars the average", lines[1]);
        Assert.Equal("is of, at least two.", lines[2].Trim());
        Assert.All(lines, line => Assert.True(line.Length <= Screen, line));
    }

    [Fact]
    public void A_cell_wider_than_the_screen_stays_whole()
    {
        string word = new('x', 2 * Screen);
        ScreenTable table = Consoles.CreateTable("Name", "Value");
        table.AddRow("main", word);

        Assert.Contains(Written(table), line => line.EndsWith(word, StringComparison.Ordinal));
    }

    private string[] Written(ScreenTable table, int together = 1)
    {
        IAnsiConsole console = Consoles.Create(_writer, isTerminal: false);
        console.Profile.Width = Screen;
        console.WriteFitted(table, together: together);
        return [.. _writer.ToString().TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];
    }
}
