namespace Backtest.Reporting;

/// <summary>How values are written for readers.</summary>
internal enum Format
{
    /// <summary>As it is.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with two decimals.</summary>
    Number,

    /// <summary>A number with four decimals: a p-value, a log-density.</summary>
    Precise,

    /// <summary>A price, with the decimals it has.</summary>
    Price,

    /// <summary>A fraction, written as a percentage.</summary>
    Percent,

    /// <summary>Money of the run's currency.</summary>
    Money,

    /// <summary>Hundredths of a percent.</summary>
    BasisPoints,

    /// <summary>A moment, UTC.</summary>
    Time,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Seconds.</summary>
    Seconds,
}
