using System.Diagnostics;
using System.Globalization;
using Backtest.Data;
using Backtest.Plugins.MovingAverageCross;

namespace Backtest.Benchmarks;

/// <summary>Five hundred instruments computed as they are read, in a separate process, to measure its memory.</summary>
internal static class StreamingRun
{
    /// <summary>The argument that makes this program stream and print its peak working set.</summary>
    public const string Argument = "--stream";

    /// <summary>Streams, and prints the peak working set in bytes.</summary>
    public static void Print(TextWriter output, int bars)
    {
        EngineRun.Execute(
            CrossRun.Config(PreloadedBars.SyntheticOptions(symbols: 500, bars, Timeframe.Day), AverageKind.Ema), new BarSources());
        using var process = Process.GetCurrentProcess();
        output.WriteLine(process.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Streams in another process.</summary>
    /// <returns>Its peak working set in bytes.</returns>
    public static async Task<long> PeakOf(int bars)
    {
        string[] arguments = [Argument, bars.ToString(CultureInfo.InvariantCulture)];
        using Process process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        string peak = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return long.Parse(peak, CultureInfo.InvariantCulture);
    }
}
