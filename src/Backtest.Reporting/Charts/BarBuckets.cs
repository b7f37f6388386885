using System.Runtime.InteropServices;

namespace Backtest.Reporting;

/// <summary>
/// The bars of a symbol in bounded memory. Around given moments every bar is kept; all others are combined into buckets of neighboring bars, which
/// widen as there are more. A bucket has the exact open, high, low, close and volume of its bars, and none includes bars that are kept.
/// </summary>
internal sealed class BarBuckets
{
    private readonly long[] _moments;
    private readonly int _radius;
    private readonly Queue<Bucket> _waiting = [];
    private readonly List<Bucket> _buckets = [];
    private int _most;
    private int _folded;
    private int _width = 1;
    private int _nextMoment;
    private long _lastNear = long.MinValue;

    /// <param name="moments">The moments around which bars are kept, in order, UTC ticks.</param>
    /// <param name="radius">The number of bars kept before and after the bar of a moment.</param>
    /// <param name="most">The maximum number of buckets for the other bars, as long as enough of them are adjacent.</param>
    public BarBuckets(long[] moments, int radius, int most)
    {
        _moments = moments;
        _radius = radius;
        _most = most;
    }

    /// <summary>The number of bars added.</summary>
    public long Bars { get; private set; }

    /// <summary>The number of bars in the widest buckets.</summary>
    public int Width => _width;

    /// <summary>Adds the next bar.</summary>
    /// <param name="bar">The bar, as a bucket of one.</param>
    /// <param name="end">The end of the bar, UTC ticks.</param>
    public void Add(in Bucket bar, long end)
    {
        for (; _nextMoment < _moments.Length && _moments[_nextMoment] < end; _nextMoment++)
            _lastNear = Bars;
        // A bar is placed once it is known whether one of the following bars has a moment.
        _waiting.Enqueue(bar);
        Bars++;
        if (_waiting.Count > _radius)
            Place(_waiting.Dequeue(), Bars - 1 - _radius);
    }

    /// <summary>Places the last bars, and returns all buckets in order of time.</summary>
    public ReadOnlySpan<Bucket> Complete()
    {
        while (_waiting.Count > 0)
        {
            long place = Bars - _waiting.Count;
            Place(_waiting.Dequeue(), place);
        }

        return CollectionsMarshal.AsSpan(_buckets);
    }

    private void Place(Bucket bar, long place)
    {
        bool isKept = _lastNear != long.MinValue && place >= _lastNear - _radius && place <= _lastNear + _radius;
        // The last moment decides: later ones have not been reached, and an earlier one keeps no bar that this one does not.
        bar.IsKept = isKept;
        if (!isKept && _buckets.Count > 0)
        {
            ref Bucket last = ref CollectionsMarshal.AsSpan(_buckets)[^1];
            if (!last.IsKept && last.Count < _width)
            {
                last.Take(bar);
                return;
            }
        }

        _buckets.Add(bar);
        if (!isKept && ++_folded > _most)
            Widen();
    }

    private void Widen()
    {
        Span<Bucket> buckets = CollectionsMarshal.AsSpan(_buckets);
        int kept = 0;
        _folded = 0;
        for (int i = 0; i < buckets.Length; i++)
        {
            Bucket bucket = buckets[i];
            if (!bucket.IsKept && i + 1 < buckets.Length && !buckets[i + 1].IsKept)
                bucket.Take(buckets[++i]);
            if (!bucket.IsKept)
                _folded++;
            buckets[kept++] = bucket;
        }

        CollectionsMarshal.SetCount(_buckets, kept);
        _width *= 2;
        // Single buckets between kept bars cannot be combined; do not try again for each bar.
        _most = Math.Max(_most, _folded * 4 / 3);
    }
}

/// <summary>Neighboring bars combined into one.</summary>
internal struct Bucket
{
    /// <summary>The start of the first bar, UTC ticks.</summary>
    public long Start;

    /// <summary>The number of bars.</summary>
    public int Count;

    /// <summary>The first open.</summary>
    public double Open;

    /// <summary>The highest high.</summary>
    public double High;

    /// <summary>The lowest low.</summary>
    public double Low;

    /// <summary>The last close.</summary>
    public double Close;

    /// <summary>The sum of volumes.</summary>
    public double Volume;

    /// <summary>The values of indicators at the last bar.</summary>
    public double[] Lines;

    /// <summary>Whether it is a single bar that must not be combined.</summary>
    public bool IsKept;

    /// <summary>Adds the next bucket.</summary>
    public void Take(in Bucket next)
    {
        Count += next.Count;
        High = Math.Max(High, next.High);
        Low = Math.Min(Low, next.Low);
        Close = next.Close;
        Volume += next.Volume;
        Lines = next.Lines;
    }
}
