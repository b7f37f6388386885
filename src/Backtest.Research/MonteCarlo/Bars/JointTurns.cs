using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>The turns at which every series has a bar and an earlier one, from which bars are drawn for all symbols together.</summary>
internal sealed class JointTurns
{
    private const int Fewest = 50;

    private readonly Dictionary<(string Symbol, Timeframe Timeframe), int[]> _rows = [];

    private JointTurns(AuditBars bars, long[] turns)
    {
        foreach (SourceSeries series in bars.Series)
            _rows.Add((series.Symbol, series.Timeframe), [.. turns.Select(turn => RowAt(bars[series], turn))]);
        Ends = bars.Ends;
        Count = turns.Length;
        BlockLength = LengthOf(bars, turns);
    }

    /// <summary>The number of turns.</summary>
    public int Count { get; }

    /// <summary>The ends of all turns, UTC ticks, in order.</summary>
    public long[] Ends { get; }

    /// <summary>
    /// The mean length of blocks: the one for the mean return of all series, or for its absolute value if that is longer, so that calm and volatile
    /// periods stay together.
    /// </summary>
    public double BlockLength { get; }

    /// <summary>The row of a series at a turn.</summary>
    /// <param name="series">The series.</param>
    /// <param name="turn">The index of the turn among these.</param>
    public int RowOf(BarSeries series, int turn) => _rows[(series.Instrument.Symbol, series.Timeframe)][turn];

    /// <summary>Finds the turns.</summary>
    /// <exception cref="InputException">The bars cannot be drawn together.</exception>
    public static JointTurns Of(AuditBars bars)
    {
        BarChecks.RequireOneTimeframe(bars, MonteCarloMethods.Bars);
        if (bars.Actions.Count > 0)
        {
            CorporateAction action = bars.Actions[0];
            throw BarChecks.Unfit(
                MonteCarloMethods.Bars,
                FormattableString.Invariant($"a split, dividend or delisting of {action.Symbol} takes effect during the run, on {action.Day:yyyy-MM-dd}, ")
                    + "and would remain on that day",
                "Use prices that are adjusted for it, or remove 'bars'.");
        }

        foreach (SourceSeries series in bars.Series)
        {
            int row = bars[series].Low.AsSpan(0, bars[series].Count).IndexOfAnyExceptInRange(double.Epsilon, double.MaxValue);
            if (row >= 0)
            {
                throw BarChecks.Unfit(
                    MonteCarloMethods.Bars,
                    FormattableString.Invariant($"{series.Symbol} has a price of {bars[series].Low[row]}, but moves are drawn as fractions of prices"),
                    "Remove 'bars'.");
            }
        }

        long[] turns = [.. bars.Ends.Where(end => bars.Series.All(series => RowAt(bars[series], end) > 0))];
        return turns.Length >= Fewest
            ? new JointTurns(bars, turns)
            : throw BarChecks.Unfit(
                MonteCarloMethods.Bars,
                $"all symbols have a bar at {turns.Length} of {bars.Ends.Length} times; expected at least {Fewest}, because bars are drawn together",
                "Use symbols that trade at the same times, or more data.");
    }

    private static int RowAt(BarSeries bars, long end) => Math.Max(-1, Array.BinarySearch(bars.End, 0, bars.Count, end));

    private double LengthOf(AuditBars bars, long[] turns)
    {
        double[] moves = new double[turns.Length];
        foreach (SourceSeries each in bars.Series)
        {
            BarSeries series = bars[each];
            for (int turn = 0; turn < moves.Length; turn++)
            {
                int row = RowOf(series, turn);
                moves[turn] += ((series.Close[row] / series.Close[row - 1]) - 1) / bars.Series.Count;
            }
        }

        double[] sizes = Array.ConvertAll(moves, Math.Abs);
        return Math.Max(Research.BlockLength.Of(moves).Stationary, Research.BlockLength.Of(sizes).Stationary);
    }
}
