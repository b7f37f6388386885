namespace Backtest;

/// <summary>A bar as a candle, measured by the bars before it.</summary>
/// <param name="bar">The bar.</param>
/// <param name="meanBody">The mean body of the ten bars before it.</param>
/// <param name="meanRange">The mean range, high − low, of the ten bars before it.</param>
/// <param name="recentRange">The mean range of the five bars before it.</param>
internal readonly struct Candle(BarEvent bar, double meanBody, double meanRange, double recentRange)
{
    /// <summary>The first price.</summary>
    public double Open { get; } = bar.Open;

    /// <summary>The highest price.</summary>
    public double High { get; } = bar.High;

    /// <summary>The lowest price.</summary>
    public double Low { get; } = bar.Low;

    /// <summary>The last price.</summary>
    public double Close { get; } = bar.Close;

    /// <summary>Whether it did not close below its open.</summary>
    public bool IsWhite => Close >= Open;

    /// <summary>Whether it closed below its open.</summary>
    public bool IsBlack => Close < Open;

    /// <summary>1 for white, −1 for black.</summary>
    public int Color => IsWhite ? 1 : -1;

    /// <summary>The distance between open and close.</summary>
    public double Body => Math.Abs(Close - Open);

    /// <summary>The higher of open and close.</summary>
    public double Top => Math.Max(Open, Close);

    /// <summary>The lower of open and close.</summary>
    public double Bottom => Math.Min(Open, Close);

    /// <summary>The range above the body.</summary>
    public double UpperShadow => High - Top;

    /// <summary>The range below the body.</summary>
    public double LowerShadow => Bottom - Low;

    /// <summary>Whether the body is longer than usual.</summary>
    public bool IsLong => Exceeds(Body, meanBody);

    /// <summary>Whether the body is shorter than usual.</summary>
    public bool IsShort => Exceeds(meanBody, Body);

    /// <summary>Whether open and close are nearly equal.</summary>
    public bool IsDoji => IsAtMost(Body, Trifle);

    /// <summary>The length that counts as nothing: a tenth of the usual range.</summary>
    public double Trifle => 0.1 * meanRange;

    /// <summary>Whether there is almost no upper shadow.</summary>
    public bool IsShavenHead => Exceeds(Trifle, UpperShadow);

    /// <summary>Whether there is almost no lower shadow.</summary>
    public bool IsShavenBottom => Exceeds(Trifle, LowerShadow);

    /// <summary>Whether it is a long body without shadows.</summary>
    public bool IsMarubozu => IsLong && IsShavenHead && IsShavenBottom;

    /// <summary>The distance at which prices count as equal.</summary>
    public double Equality => 0.05 * recentRange;

    /// <summary>The distance at which prices count as near.</summary>
    public double Nearness => 0.2 * recentRange;

    /// <summary>The distance at which prices count as far.</summary>
    public double Farness => 0.6 * recentRange;

    /// <summary>Whether the other's body is within this one, not touching its ends.</summary>
    public bool Engulfs(in Candle other) => Top > other.Top && Bottom < other.Bottom;

    /// <summary>Whether the whole body is above the other's.</summary>
    public bool HasBodyAbove(in Candle other) => Bottom > other.Top;

    /// <summary>Whether the whole body is below the other's.</summary>
    public bool HasBodyBelow(in Candle other) => Top < other.Bottom;

    /// <summary>Whether it is above the other, including shadows.</summary>
    public bool IsAbove(in Candle other) => Low > other.High;

    /// <summary>Whether it is below the other, including shadows.</summary>
    public bool IsBelow(in Candle other) => High < other.Low;

    /// <summary>Whether a length or price of this candle is above another; differences below a tolerance count as equal.</summary>
    public bool Exceeds(double value, double bound) => Threshold.IsPassed(value, bound, High);

    /// <summary>Whether a length or price of this candle is not above another; differences below a tolerance count as equal.</summary>
    public bool IsAtMost(double value, double bound) => Threshold.IsReached(bound, value, High);
}
