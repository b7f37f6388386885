using System.Globalization;

namespace Backtest.Tests.Samples;

/// <summary>The sample on several timeframes: decisions on its quarters and hours, fills on minutes.</summary>
public sealed class TimeframesTests
{
    [Fact]
    public void Decisions_come_when_their_bars_end_and_fill_on_the_minute()
    {
        using var folder = new TemporaryFolder();
        ToolResult result = Tool.Run(
            folder.Path, "run", SampleFiles.Timeframes, "--json", "--set", "output.tables=csv", "--set", "data.bars=43200");
        Assert.True(result.ExitCode == 0, result.Error);
        string run = (string)result.Json["run"]!;
        IReadOnlyDictionary<string, string>[] signals = [.. Table.Read(Path.Combine(run, "signals.csv"))];
        IReadOnlyDictionary<string, string>[] fills = [.. Table.Read(Path.Combine(run, "fills.csv"))];

        Assert.Contains(signals, signal => signal["strategy"] == "sma-cross");
        Assert.Contains(signals, signal => signal["strategy"] == "mean-reversion" && Time(signal["time"]).Minute == 15);
        Assert.All(signals, signal =>
        {
            TimeSpan length = TimeSpan.FromMinutes(signal["strategy"] == "sma-cross" ? 60 : 15);
            Assert.Equal(0, Time(signal["time"]).Ticks % length.Ticks);
            Assert.Equal(length, Time(signal["time"]) - Time(signal["bar"]));
        });
        Assert.All(fills.Where(fill => fill["strategy"] == "sma-cross"), fill =>
        {
            Assert.Equal(0, Time(fill["time"]).Minute);
            Assert.Equal(Time(fill["time"]), Time(fill["bar"]));
        });
    }

    private static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
