using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The state of the market for one portfolio: the last closed bar of each instrument.</summary>
public sealed class Market
{
    private readonly BarSeries[] _series;
    private readonly double[] _closes;
    private readonly long[] _turns;
    private readonly FillBar[] _ended;
    private long _turn;

    /// <summary>Creates a market before its first bar.</summary>
    /// <param name="series">The bars, by the index of their instruments.</param>
    /// <param name="keepsSessions">Whether statistics of earlier sessions are kept.</param>
    /// <param name="finer">The finer bars that orders meet; <see langword="null"/> if orders meet the bars themselves.</param>
    internal Market(IReadOnlyList<BarSeries> series, bool keepsSessions = false, FinerBars? finer = null)
    {
        Finer = finer is null ? null : new FinerPlaces(finer, series.Count);
        Sessions = keepsSessions ? new SessionHistory(series) : null;
        _series = [.. series];
        Rows = new int[series.Count];
        _closes = new double[series.Count];
        _turns = new long[series.Count];
        _ended = new FillBar[series.Count];
        Array.Fill(_closes, double.NaN);
        Array.Fill(_turns, -1);
        Array.Fill(Rows, -1);
    }

    /// <summary>Statistics of earlier sessions; <see langword="null"/> if not kept.</summary>
    internal SessionHistory? Sessions { get; }

    /// <summary>The finer bars that orders meet; <see langword="null"/> if orders meet the bars themselves.</summary>
    internal FinerPlaces? Finer { get; }

    /// <summary>The bars, by the index of their instruments.</summary>
    public ReadOnlySpan<BarSeries> Series => _series;

    /// <summary>The row of each instrument's last closed bar; −1 if it lies before the chunk.</summary>
    public int[] Rows { get; }

    /// <summary>The time of the turn in ticks: the end of its bars, UTC.</summary>
    public long Time { get; private set; }

    /// <summary>The portfolio's trading day, as a day number; it never goes back.</summary>
    public int Day { get; private set; }

    /// <summary>The last closes, by the index of the instruments; NaN before the first bar.</summary>
    internal ReadOnlySpan<double> Closes => _closes;

    /// <summary>The last close of an instrument; NaN before its first bar.</summary>
    public double Close(int instrument) => _closes[instrument];

    /// <summary>Whether an instrument has had a bar; before that, there is no price to trade at.</summary>
    public bool HasOpened(int instrument) => _turns[instrument] >= 0;

    /// <summary>Whether an instrument that the portfolio trades has a bar in the turn.</summary>
    public bool HasBars { get; private set; }

    /// <summary>Whether an instrument has a bar in the turn.</summary>
    public bool IsInTurn(int instrument) => _turns[instrument] == _turn;

    /// <summary>Keeps the last bars, before the chunk's rows are replaced by the next one's.</summary>
    public void OnChunkEnd(in ChunkEndEvent end)
    {
        Sessions?.TakeChunk();
        for (int i = 0; i < Rows.Length; i++)
        {
            if (Rows[i] >= 0)
                _ended[i] = FillBar.From(Series[i], Rows[i], _turn);
            Rows[i] = -1;
        }
    }

    /// <summary>The last closed bar of an instrument.</summary>
    internal FillBar LastBar(int instrument) =>
        Rows[instrument] >= 0 ? FillBar.From(Series[instrument], Rows[instrument], _turn) : _ended[instrument] with { Place = new BarPlace(_turn, 0) };

    /// <summary>The trading day of an instrument's last closed bar, as a day number; undefined before its first bar.</summary>
    internal int LastDay(int instrument) => Rows[instrument] >= 0 ? _series[instrument].Day[Rows[instrument]] : _ended[instrument].Day;

    /// <summary>The end of an instrument's last closed bar, UTC ticks; undefined before its first bar.</summary>
    internal long LastEnd(int instrument) => Rows[instrument] >= 0 ? _series[instrument].End[Rows[instrument]] : _ended[instrument].End;

    /// <summary>Restates the last close in units after a split.</summary>
    public void OnSplit(in SplitEvent split)
    {
        Sessions?.Split(split, Rows[split.Instrument.Index] + 1);
        ref double close = ref _closes[split.Instrument.Index];
        close = split.Rescale(close);
    }

    /// <summary>Subtracts a dividend from the last close, so that it is not counted twice before the next close.</summary>
    public void OnDividend(in DividendEvent dividend)
    {
        ref double close = ref _closes[dividend.Instrument.Index];
        close = Math.Max(0, close - (double)dividend.Amount);
    }

    /// <summary>Advances to the closes of the last turn of a quiet stretch.</summary>
    public void OnQuiet(QuietStretch stretch)
    {
        BarChunk chunk = stretch.Chunk!;
        Time = stretch.LastEnd;
        _turn = stretch.LastNumber;
        Day = stretch.Days[^1];
        HasBars = true;
        for (int i = 0; i < stretch.Traded.Count; i++)
        {
            BarSeries series = stretch.Traded[i];
            int row = chunk.FirstRow(series, stretch.To) - 1;
            if (row <= Rows[series.Index])
                continue;
            Rows[series.Index] = row;
            _turns[series.Index] = chunk.FirstTurn + chunk.TurnOf(series, row);
            _closes[series.Index] = series.Close[row];
        }
    }

    /// <summary>Advances to the closes of the turn.</summary>
    [RunsAfterFault]
    public void OnBar(in Turn turn)
    {
        Time = turn.End;
        _turn = turn.Number;
        Day = turn.Day;
        HasBars = !turn.Bars.IsEmpty;
        foreach (TurnBar bar in turn.Bars)
        {
            Rows[bar.Series] = bar.Row;
            _turns[bar.Series] = _turn;
            _closes[bar.Series] = turn.Series(bar.Series).Close[bar.Row];
        }
    }
}
