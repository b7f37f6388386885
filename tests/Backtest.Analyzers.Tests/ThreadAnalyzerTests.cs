using Backtest.Analyzers;

namespace Backtest.Tests;

public sealed class ThreadAnalyzerTests
{
    [Theory]
    [InlineData("{0}(() => { });", "Task.Run")]
    [InlineData("{0}.StartNew(() => { });", "Task.Factory")]
    [InlineData("{0}(1).Wait();", "Task.Delay")]
    [InlineData("{0}.Start();", "new Thread(() => { })")]
    [InlineData("{0}(1);", "Thread.Sleep")]
    [InlineData("{0}(0, 10, number => { });", "Parallel.For")]
    [InlineData("{0}(_ => { });", "ThreadPool.QueueUserWorkItem")]
    [InlineData("using var timer = {0};", "new Timer(_ => { })")]
    [InlineData("using var timer = {0};", "new System.Timers.Timer(5)")]
    [InlineData("int[] numbers = [1, 2]; _ = {0}().Select(number => number).ToArray();", "numbers.AsParallel")]
    public async Task Tasks_and_threads_are_reported(string statement, string asked) => Assert.Equal(
        [asked], await Analysis.Underlined<ThreadAnalyzer>(Plugins.OnBar(statement.Replace("{0}", asked, StringComparison.Ordinal))));

    [Fact]
    public async Task Waiting_is_reported_where_it_waits()
    {
        Found found = Assert.Single(await Analysis.Of<ThreadAnalyzer>(
            Plugins.Strategy("private static async ValueTask Wait(ValueTask other) { await other; }")));
        Assert.Equal(("BT0104", "await"), (found.Id, found.Text));
        Assert.Equal("'await' continues after the turn has ended, on any free thread; do the work in the handler and return", found.Message);
    }

    [Theory]
    [InlineData("int[] numbers = [1, 2]; _ = numbers.Select(number => number).ToArray();")]
    [InlineData("CancellationToken token = default; token.ThrowIfCancellationRequested();")]
    public async Task Work_of_the_turn_is_not(string statement) => Assert.Empty(await Analysis.Of<ThreadAnalyzer>(Plugins.OnBar(statement)));

    [Fact]
    public async Task What_gives_bars_may_wait_for_them() => Assert.Empty(await Analysis.Of<ThreadAnalyzer>(
        Plugins.Strategy("") + Plugins.BarProvider("System.Threading.Tasks.Task.Delay(1).Wait();")));
}
