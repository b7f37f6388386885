namespace Backtest.Tests;

/// <summary>The engine fills orders where the guide says it does, and where they were computed by hand.</summary>
public sealed class WorkedExampleTests
{
    private const string Begin = "<!-- worked examples -->\n";
    private const string End = "<!-- end of worked examples -->\n";

    public static TheoryData<int, int> Cases { get; } =
        new(from place in Enumerable.Range(0, WorkedExamples.All.Count) from bar in Enumerable.Range(0, 3) select (place, bar));

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_order_fills_where_it_was_worked_out(int place, int bar)
    {
        WorkedExamples.Example one = WorkedExamples.All[place];
        WorkedExamples.Prices prices = one.Bars[bar];
        const double At = WorkedExamples.Decided;

        RecordedRun run = Scenario.Of(
            TestBar.Days((At, At, At, At), (prices.Open, prices.High, prices.Low, prices.Close)),
            Plan.On((0, signals => signals.Enter(one.Side == Side.Buy ? Direction.Long : Direction.Short, one.Terms)))).Run();

        Assert.Equal(double.IsNaN(one.Fills[bar]) ? [] : [(decimal)one.Fills[bar]], run.FillPrices);
    }

    /// <summary>To write the table again, run this with BACKTEST_RENEW=1.</summary>
    [Fact]
    public void The_guide_has_the_table()
    {
        string path = Path.Combine(Root(), "docs", "execution.md");
        string text = File.ReadAllText(path).ReplaceLineEndings("\n");
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= Begin.Length && end >= begin, $"{path} has no lines '{Begin.Trim()}' and '{End.Trim()}'");
        if (Environment.GetEnvironmentVariable("BACKTEST_RENEW") == "1")
            File.WriteAllText(path, text[..begin] + WorkedExamples.Table() + text[end..]);
        else
            Assert.Equal(WorkedExamples.Table(), text[begin..end]);
    }

    private static string Root()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
