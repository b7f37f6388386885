using Backtest.Analyzers;

namespace Backtest.Tests;

public sealed class AsyncVoidAnalyzerTests
{
    [Theory]
    [InlineData("private async void Send() => await default(ValueTask);", "Send")]
    [InlineData("private void Send() { async void Later() => await default(ValueTask); Later(); }", "Later")]
    [InlineData("private Action Send => async () => await default(ValueTask);", "=>")]
    [InlineData("private Action<int> Send => async delegate { await default(ValueTask); };", "delegate")]
    public async Task Async_void_is_reported(string member, string place)
    {
        Found found = Assert.Single(await Analysis.Of<AsyncVoidAnalyzer>(Plugins.Strategy(member)));
        Assert.Equal("BT0110", found.Id);
        Assert.Contains(place, found.Text, StringComparison.Ordinal);
        Assert.EndsWith(
            "is async and returns nothing, so an exception ends the process instead of its container; remove 'async'",
            found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("private async ValueTask Send() => await default(ValueTask);")]
    [InlineData("private void Send() { }")]
    [InlineData("private Func<Task> Send => async () => await default(ValueTask);")]
    public async Task Async_with_a_result_and_what_is_not_async_are_not(string member) =>
        Assert.Empty(await Analysis.Of<AsyncVoidAnalyzer>(Plugins.Strategy(member)));

    [Fact]
    public async Task An_async_handler_is_reported_once_as_no_handler()
    {
        const string Source = """
            [Strategy("sample", Description = "A sample.")]
            public sealed partial class Sample
            {
                public async void OnBar(BarEvent bar) { }
            }
            """;
        Assert.Equal(["BT0005"], GeneratorRun.On(Source).Reports.Select(report => report.Id));
        Assert.Empty(await Analysis.Run<AsyncVoidAnalyzer>(GeneratorRun.On(Source).Output));
    }
}
