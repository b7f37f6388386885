using System.ComponentModel;
using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>
/// One closed bar. A two-word view of the current data: cheap to pass, but it cannot be stored. Times are UTC; prices are in the instrument's
/// currency; the volume is zero where the data has none.
/// </summary>
[Event(Stage.Bar)]
public readonly ref struct BarEvent
{
    private readonly BarSeries _series;
    private readonly int _row;

    /// <summary>A view of one row. For the host and generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public BarEvent(BarSeries series, int row)
    {
        _series = series;
        _row = row;
    }

    /// <summary>What was traded.</summary>
    public Instrument Instrument => _series.Instrument;

    /// <summary>The instrument's symbol.</summary>
    public string Symbol => _series.Instrument.Symbol;

    /// <summary>The length of the bar.</summary>
    public Timeframe Timeframe => _series.Timeframe;

    /// <summary>When the bar began, UTC.</summary>
    public DateTime Start => new(_series.Start[_row], DateTimeKind.Utc);

    /// <summary>When the bar ended and became known, UTC.</summary>
    public DateTime End => new(_series.End[_row], DateTimeKind.Utc);

    /// <summary>The trading day the bar belongs to: the day of its start, in the data's time zone.</summary>
    public DateOnly TradingDay => DateOnly.FromDayNumber(_series.Day[_row]);

    /// <summary>The first price.</summary>
    public double Open => _series.Open[_row];

    /// <summary>The highest price.</summary>
    public double High => _series.High[_row];

    /// <summary>The lowest price.</summary>
    public double Low => _series.Low[_row];

    /// <summary>The last price.</summary>
    public double Close => _series.Close[_row];

    /// <summary>The volume traded; zero where the data has none.</summary>
    public double Volume => _series.Volume[_row];

    /// <summary>Whether the data has volumes at all.</summary>
    public bool HasVolume => _series.HasVolume;

    /// <summary>The bar's index in the history of its series, from 0.</summary>
    public long Index => _series.FirstIndex + _row;

    /// <summary>The price or volume an indicator with this source reads.</summary>
    public double this[BarField field] => field switch
    {
        BarField.Open => Open,
        BarField.High => High,
        BarField.Low => Low,
        BarField.Volume => Volume,
        BarField.Typical => (High + Low + Close) / 3,
        _ => Close,
    };

    /// <summary>Creates a standalone bar, for tests.</summary>
    /// <param name="symbol">The instrument's symbol.</param>
    /// <param name="end">When the bar ended, UTC; it began one day before.</param>
    /// <param name="open">The first price.</param>
    /// <param name="high">The highest price.</param>
    /// <param name="low">The lowest price.</param>
    /// <param name="close">The last price.</param>
    /// <param name="volume">The volume traded.</param>
    public static BarEvent Create(string symbol, DateTime end, double open, double high, double low, double close, double volume = 0)
    {
        var series = new BarSeries(new Instrument { Symbol = symbol }, Timeframe.Day, index: 0, hasVolume: volume != 0);
        DateTime start = end - TimeSpan.FromDays(1);
        series.Append(start.Ticks, end.Ticks, open, high, low, close, volume, DateOnly.FromDateTime(start).DayNumber);
        return new BarEvent(series, 0);
    }
}
