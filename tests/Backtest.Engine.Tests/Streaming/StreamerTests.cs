using Backtest.Abstractions.Runtime;
using CsCheck;

namespace Backtest.Tests;

public sealed class StreamerTests
{
    [Fact]
    public void Bars_of_all_instruments_come_in_the_order_of_their_ends()
    {
        IReadOnlyList<TestBar> days = TestBar.Flat(1, 2, 3, 4);
        List<string> seen = Stream(0, ("B", [days[1], days[3]]), ("A", [days[0], days[1], days[2]]));

        Assert.Equal(["1:A", "2:A B", "3:A", "4:B"], seen);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(161)]
    [InlineData(1000)]
    [InlineData(1 << 20)]
    public void Turns_do_not_depend_on_the_size_of_chunks(int chunkBytes) => Gen.Int[0, 100_000].Sample(seed =>
    {
        (string, IReadOnlyList<TestBar>)[] bars =
        [
            ("A", Walk.Bars(seed, 40, 3, 30)), ("B", Walk.Bars(seed + 1, 25, 0, 50)), ("C", Walk.Bars(seed + 2, 60, 10, 0)),
        ];
        IEnumerable<string> expected = bars
            .SelectMany(series => series.Item2.Select(bar => (Day: (bar.Start - TestBar.FirstDay).Days + 1, Symbol: series.Item1)))
            .GroupBy(bar => bar.Day, bar => bar.Symbol).OrderBy(turn => turn.Key)
            .Select(turn => $"{turn.Key}:{string.Join(' ', turn.Order(StringComparer.Ordinal))}");

        Assert.Equal(expected, Stream(chunkBytes, bars));
    }, iter: 40);

    [Fact]
    public void A_chunk_of_the_smallest_size_is_one_turn()
    {
        IReadOnlyList<TestBar> days = TestBar.Flat(1, 2, 3, 4);
        using DataStreamer streamer = Streamer(0, ("A", [days[0], days[3]]), ("B", [days[0], days[1], days[2]]));
        var turns = new List<int>();
        while (streamer.MoveNext())
            turns.Add(streamer.Chunk.TurnCount);

        Assert.Equal([1, 1, 1, 1], turns);
    }

    [Fact]
    public void The_last_turn_is_known_as_such_and_no_other_is()
    {
        using DataStreamer streamer = Streamer(0, ("A", TestBar.Flat(1, 2)), ("B", TestBar.Flat(1, 2, 3, 4)));
        var last = new List<bool>();
        while (streamer.MoveNext())
        {
            for (int turn = 0; turn < streamer.Chunk.TurnCount; turn++)
                last.Add(streamer.Chunk.IsLastTurn(turn));
        }

        Assert.Equal([false, false, false, true], last);
    }

    [Fact]
    public void Instruments_go_in_ordinal_order_whatever_the_order_of_the_source()
    {
        RecordedRun run = new Scenario { SymbolOrder = symbols => symbols.Reverse() }
            .WithBars("A", TestBar.Flat(10, 10)).WithBars("b", TestBar.Flat(10, 10)).WithBars("C", TestBar.Flat(10, 10))
            .WithPortfolio("main", Plan.BuyFirst).Run();

        Assert.Equal(["A", "C", "b"], run.Description.Instruments.Select(instrument => instrument.Symbol));
        Assert.Equal(["A", "C", "b"], run.Fills.Select(fill => fill.Fill.Instrument.Symbol));
    }

    private static List<string> Stream(int chunkBytes, params (string, IReadOnlyList<TestBar>)[] bars)
    {
        using DataStreamer streamer = Streamer(chunkBytes, bars);
        var seen = new List<string>();
        while (streamer.MoveNext())
        {
            for (int turn = 0; turn < streamer.Chunk.TurnCount; turn++)
            {
                string day = $"{(new DateTime(streamer.Chunk.End(turn)) - TestBar.FirstDay).Days}";
                var symbols = new List<string>();
                foreach (TurnBar bar in streamer.Chunk.Bars(turn))
                    symbols.Add(streamer.Chunk.Series[bar.Series].Instrument.Symbol);
                seen.Add($"{day}:{string.Join(' ', symbols)}");
            }
        }

        return seen;
    }

    private static DataStreamer Streamer(int chunkBytes, params (string Symbol, IReadOnlyList<TestBar> Bars)[] bars)
    {
        var source = new MemorySource(bars.ToDictionary(series => series.Symbol, series => series.Bars), Timeframe.Day);
        BarSeries[] finest = [.. source.Series.Select((series, index) =>
            new BarSeries(new Instrument { Symbol = series.Symbol, Index = index }, Timeframe.Day, index, true))];
        return new DataStreamer(source, new RunSeries(finest, source.Series), chunkBytes);
    }
}
