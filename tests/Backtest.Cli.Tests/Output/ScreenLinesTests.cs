using Backtest.Cli.Output;

namespace Backtest.Tests.Output;

/// <summary>Text at the edge of a terminal.</summary>
public sealed class ScreenLinesTests : IDisposable
{
    private readonly StringWriter _writer = new() { NewLine = "\n" };

    public void Dispose() => _writer.Dispose();

    [Fact]
    public void A_line_is_broken_between_words_and_goes_on_two_in()
    {
        new ScreenLines(_writer, 20).Write("run.yaml:4: portfolio: 'portfolio' is not known");

        Assert.Equal("run.yaml:4:\n  portfolio:\n  'portfolio' is not\n  known\n", _writer.ToString());
    }

    [Fact]
    public void A_line_that_is_indented_goes_on_below_itself()
    {
        new ScreenLines(_writer, 20).Write("short\n    did you mean this or that");

        Assert.Equal("short\n    did you mean\n    this or that\n", _writer.ToString());
    }

    [Fact]
    public void A_path_longer_than_the_screen_stays_whole()
    {
        new ScreenLines(_writer, 20).Write("run: /a/path/that/is/longer/than/the/screen");

        Assert.Equal("run:\n  /a/path/that/is/longer/than/the/screen\n", _writer.ToString());
    }

    [Fact]
    public void What_fits_is_left_as_it_is()
    {
        new ScreenLines(_writer, 20).Write("exactly twenty wide.\nand  two   gaps");

        Assert.Equal("exactly twenty wide.\nand  two   gaps\n", _writer.ToString());
    }
}
