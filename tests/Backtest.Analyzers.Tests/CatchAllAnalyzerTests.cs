using Backtest.Analyzers;

namespace Backtest.Tests;

public sealed class CatchAllAnalyzerTests
{
    [Theory]
    [InlineData("try { } catch { }")]
    [InlineData("try { } catch (Exception) { }")]
    [InlineData("try { } catch (Exception fault) { _ = fault.Message; }")]
    public async Task A_fault_that_is_swallowed_is_reported(string statement)
    {
        Found found = Assert.Single(await Analysis.Of<CatchAllAnalyzer>(Plugins.OnBar(statement)));
        Assert.Equal(("BT0114", "catch"), (found.Id, found.Text));
        Assert.StartsWith("This catches every exception, including cancellation", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("try { } catch (OverflowException) { }")]
    [InlineData("try { } catch (Exception fault) when (fault is FormatException) { }")]
    [InlineData("try { } catch { throw; }")]
    public async Task What_is_expected_or_thrown_on_is_not(string statement) =>
        Assert.Empty(await Analysis.Of<CatchAllAnalyzer>(Plugins.OnBar(statement)));
}
