using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>The members of the current turn of one universe strategy; the host refills it for each turn.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CrossSection
{
    private readonly BarSeries?[] _series;
    private readonly PositionCell?[] _positions;
    private readonly int[] _rows;
    private readonly int[] _members;
    private readonly bool[] _isEligible;
    private readonly bool[] _isReady;

    /// <summary>A cross-section without members.</summary>
    /// <param name="series">
    /// The bars of the strategy's symbols, by the index of their instruments; <see langword="null"/> for symbols that are not its own.
    /// </param>
    /// <param name="rows">The row of each instrument's last closed bar; the portfolio keeps it up to date.</param>
    /// <param name="positions">What the strategy holds, by the index of the instruments.</param>
    public CrossSection(BarSeries?[] series, int[] rows, PositionCell?[] positions)
    {
        _series = series;
        _rows = rows;
        _positions = positions;
        _members = new int[series.Length];
        _isEligible = new bool[series.Length];
        _isReady = new bool[series.Length];
    }

    /// <summary>The time of the turn: the end of its bars, UTC ticks.</summary>
    public long Time { get; private set; }

    /// <summary>The trading day, as a day number.</summary>
    public int Day { get; private set; }

    /// <summary>How many members there are.</summary>
    public int Count { get; private set; }

    /// <summary>Begins a turn without members.</summary>
    public void Begin(long time, int day)
    {
        Time = time;
        Day = day;
        Count = 0;
    }

    /// <summary>Adds a member.</summary>
    public void Add(int instrument, bool isEligible, bool isReady)
    {
        _members[Count++] = instrument;
        _isEligible[instrument] = isEligible;
        _isReady[instrument] = isReady;
    }

    /// <summary>The instrument index of the member at a place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such member.</exception>
    public int InstrumentAt(int place)
    {
        if ((uint)place >= (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(place), place, $"the turn has {Count} members, counted from 0");
        return _members[place];
    }

    /// <summary>The bars of an instrument.</summary>
    public BarSeries Series(int instrument) => _series[instrument]!;

    /// <summary>The row of an instrument's last closed bar.</summary>
    public int Row(int instrument) => _rows[instrument];

    /// <summary>What the strategy holds of an instrument.</summary>
    /// <exception cref="ArgumentException">The instrument is not one of the strategy's.</exception>
    public PositionCell Position(int instrument) =>
        _positions[instrument] ?? throw new ArgumentException("the instrument is not one of the strategy's symbols");

    /// <summary>Whether the universe holds a member.</summary>
    public bool IsEligible(int instrument) => _isEligible[instrument];

    /// <summary>Whether all indicators are ready on a member.</summary>
    public bool IsReady(int instrument) => _isReady[instrument];
}
