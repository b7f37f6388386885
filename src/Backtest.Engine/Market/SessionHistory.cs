using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Statistics of the ten sessions before a bar: mean volume and volatility of closes. Only cost models use them.</summary>
/// <param name="series">The bars, by the index of their instruments.</param>
internal sealed class SessionHistory(IReadOnlyList<BarSeries> series)
{
    private const int Sessions = 10;
    private const int LeastReturns = 2;

    private readonly State[] _states = [.. series.Select(_ => new State())];

    /// <summary>The mean volume and the volatility of the sessions before that of a bar, given its index in the instrument's history.</summary>
    public (double Volume, double Volatility) Before(int instrument, long index)
    {
        BarSeries bars = series[instrument];
        State state = _states[instrument];
        int row = (int)(index - bars.FirstIndex);
        if (row >= 0 && row < bars.Count)
        {
            state.Take(bars, row);
            state.Begin(bars.Day[row]);
        }

        return (state.Volume(), state.Volatility());
    }

    /// <summary>Includes the rest of a chunk, before its rows are replaced.</summary>
    public void TakeChunk()
    {
        for (int i = 0; i < _states.Length; i++)
            _states[i].Take(series[i], series[i].Count);
    }

    /// <summary>Restates the sessions so far after a split.</summary>
    public void Split(in SplitEvent split, int rows)
    {
        State state = _states[split.Instrument.Index];
        state.Take(series[split.Instrument.Index], rows);
        state.Rescale(split.Rescale(1));
    }

    private sealed class State
    {
        private readonly double[] _closes = new double[Sessions + 1];
        private readonly double[] _volumes = new double[Sessions];
        private int _ended; // number of sessions
        private int _day = -1;
        private double _close;
        private double _volume;
        private long _next; // index of the next bar in the history

        public void Take(BarSeries bars, int to)
        {
            for (int row = (int)Math.Max(0, _next - bars.FirstIndex); row < to; row++)
            {
                Begin(bars.Day[row]);
                _close = bars.Close[row];
                _volume += bars.Volume[row];
            }

            _next = Math.Max(_next, bars.FirstIndex + to);
        }

        /// <summary>Ends the current session if a bar is of another day.</summary>
        public void Begin(int day)
        {
            if (day == _day)
                return;
            if (_day >= 0)
            {
                _closes[_ended % _closes.Length] = _close;
                _volumes[_ended % Sessions] = _volume;
                _ended++;
            }

            (_day, _volume) = (day, 0);
        }

        public void Rescale(double factor)
        {
            _close *= factor;
            _volume /= factor;
            for (int i = 0; i < _closes.Length; i++)
                _closes[i] *= factor;
            for (int i = 0; i < _volumes.Length; i++)
                _volumes[i] /= factor;
        }

        public double Volume()
        {
            int count = Math.Min(_ended, Sessions);
            double sum = 0;
            for (int i = 0; i < count; i++)
                sum += _volumes[i];
            return count == 0 ? double.NaN : sum / count;
        }

        public double Volatility()
        {
            int count = Math.Min(_ended - 1, Sessions);
            if (count < LeastReturns)
                return double.NaN;
            double mean = 0;
            for (int i = 0; i < count; i++)
                mean += Return(i) / count;
            double squares = 0;
            for (int i = 0; i < count; i++)
                squares += (Return(i) - mean) * (Return(i) - mean);
            return Math.Sqrt(squares / (count - 1));
        }

        /// <summary>The return of a session; 0 for the last one.</summary>
        private double Return(int back) => (Close(back) / Close(back + 1)) - 1;

        private double Close(int back) => _closes[(_ended - 1 - back) % _closes.Length];
    }
}
