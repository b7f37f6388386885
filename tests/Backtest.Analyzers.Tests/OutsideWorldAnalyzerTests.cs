using Backtest.Analyzers;

namespace Backtest.Tests;

public sealed class OutsideWorldAnalyzerTests
{
    [Theory]
    [InlineData("_ = {0}(\"a\");", "File.ReadAllText")]
    [InlineData("_ = {0};", "new FileInfo(\"a\")")]
    [InlineData("using FileStream file = {0};", "new FileStream(\"a\", FileMode.Open)")]
    [InlineData("using var reader = {0};", "new StreamReader(\"a\")")]
    [InlineData("using var writer = {0};", "new StreamWriter(\"a\")")]
    [InlineData("_ = {0}(\"a\");", "Directory.GetFiles")]
    [InlineData("_ = {0}();", "Path.GetTempFileName")]
    [InlineData("using var client = {0};", "new System.Net.Http.HttpClient()")]
    [InlineData("using var client = {0};", "new System.Net.Sockets.TcpClient()")]
    [InlineData("_ = {0}(\"a\");", "System.Net.Dns.GetHostAddresses")]
    [InlineData("using var process = {0}(\"a\");", "Process.Start")]
    [InlineData("_ = {0}(\"a\");", "Environment.GetEnvironmentVariable")]
    [InlineData("_ = {0};", "Environment.ProcessorCount")]
    [InlineData("{0}(\"a\");", "Console.WriteLine")]
    public async Task What_reaches_outside_is_reported(string statement, string asked) => Assert.Equal(
        [asked], await Analysis.Underlined<OutsideWorldAnalyzer>(Plugins.OnBar(statement.Replace("{0}", asked, StringComparison.Ordinal))));

    [Theory]
    [InlineData("_ = Path.Combine(\"a\", \"b\");")]
    [InlineData("using var memory = new MemoryStream(); using var reader = new StreamReader(memory); _ = reader.ReadLine();")]
    [InlineData("using Stream? model = typeof(Sample).Assembly.GetManifestResourceStream(\"model\");")]
    [InlineData("_ = Environment.NewLine;")]
    public async Task What_stays_inside_is_not(string statement) => Assert.Empty(await Analysis.Of<OutsideWorldAnalyzer>(Plugins.OnBar(statement)));

    [Fact]
    public async Task A_helper_far_from_any_handler_is_looked_at_too() => Assert.Equal(
        ["File.Exists"],
        await Analysis.Underlined<OutsideWorldAnalyzer>(
            Plugins.Strategy("") + "internal static class Helper { public static bool Has(string file) => File.Exists(file); }"));

    [Fact]
    public async Task What_gives_bars_reads_them_wherever_they_are() => Assert.Equal(
        ["File.Delete"],
        await Analysis.Underlined<OutsideWorldAnalyzer>(
            Plugins.OnBar("File.Delete(\"a\");") + Plugins.BarProvider("_ = File.ReadAllText(\"a\");")));

    [Theory]
    [InlineData("_ = File.ReadAllText(\"a\");",
        "'File.ReadAllText' uses something that is not in the run file or the manifest; take it as a parameter, or embed it as a resource")]
    [InlineData("Console.WriteLine();",
        "'Console.WriteLine' bypasses the host, which owns the console; use 'StartContext.Log', or the 'reason' of a signal")]
    public async Task Message_says_what_to_do_instead(string statement, string message)
    {
        Found found = Assert.Single(await Analysis.Of<OutsideWorldAnalyzer>(Plugins.OnBar(statement)));
        Assert.Equal(("BT0105", message), (found.Id, found.Message));
    }
}
