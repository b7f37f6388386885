namespace Backtest.Data.Time;

/// <summary>How a file writes its times.</summary>
internal enum TimeStyle
{
    /// <summary><c>2020-01-02</c>, optionally with a time of day after a space or a <c>T</c>.</summary>
    Dashes,

    /// <summary><c>2020/01/02</c>, optionally with a time of day.</summary>
    Slashes,

    /// <summary><c>2020.01.02</c>, optionally with a time of day.</summary>
    Dots,

    /// <summary><c>20200102</c>, optionally with a time of day after a space, a <c>T</c> or nothing.</summary>
    Compact,

    /// <summary>Days since 1899-12-30, as spreadsheets count them: <c>43832</c>, <c>43832.395833</c>.</summary>
    SpreadsheetDays,

    /// <summary>Seconds since 1970-01-01 UTC, optionally with a fraction.</summary>
    UnixSeconds,

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    UnixMilliseconds,

    /// <summary>Microseconds since 1970-01-01 UTC.</summary>
    UnixMicroseconds,

    /// <summary>Nanoseconds since 1970-01-01 UTC.</summary>
    UnixNanoseconds,
}
