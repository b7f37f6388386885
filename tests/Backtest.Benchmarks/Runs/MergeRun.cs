using Backtest.Abstractions.Runtime;

namespace Backtest.Benchmarks;

/// <summary>Streams bars and does nothing with them.</summary>
internal static class MergeRun
{
    private const int ChunkBytes = 1 << 20;

    /// <summary>Merges all bars of a source as a run does.</summary>
    public static MergeOutcome Run(PreloadedBars bars)
    {
        BarSeries[] series = [.. bars.Columns.Select(columns => new BarSeries(columns.Instrument, columns.Timeframe, columns.Index, columns.HasVolume))];
        using var streamer = new DataStreamer(bars, new RunSeries(series, bars.Series), ChunkBytes);
        var outcome = new MergeOutcome();
        while (streamer.MoveNext())
        {
            BarChunk chunk = streamer.Chunk;
            for (int turn = 0; turn < chunk.TurnCount; turn++)
            {
                foreach (TurnBar bar in chunk.Bars(turn))
                    outcome.Take(chunk.End(turn), bar.Series, series[bar.Series].FirstIndex + bar.Row);
            }
        }

        return outcome;
    }
}
