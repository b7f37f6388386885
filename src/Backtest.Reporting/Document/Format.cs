namespace Backtest.Reporting;

/// <summary>The formats of values for readers.</summary>
internal enum Format
{
    /// <summary>Text, unchanged.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with two decimals.</summary>
    Number,

    /// <summary>A number with four decimals: a p-value, a log-density.</summary>
    Precise,

    /// <summary>A price, with as many decimals as it has.</summary>
    Price,

    /// <summary>A fraction, written as a percentage.</summary>
    Percent,

    /// <summary>Money in the run's currency.</summary>
    Money,

    /// <summary>Hundredths of a percent.</summary>
    BasisPoints,

    /// <summary>A time, UTC.</summary>
    Time,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Seconds.</summary>
    Seconds,
}
