using System.Collections.Frozen;
using System.Globalization;

namespace Backtest.Fixtures.Honest;

/// <summary>Why an honest strategy looks suspicious.</summary>
public enum Habit
{
    /// <summary>It centres a window on a past bar.</summary>
    CentredInThePast,

    /// <summary>It keeps the highest of all closes so far.</summary>
    RunningMaximum,

    /// <summary>It looks things up in tables that never change.</summary>
    ConstantTable,

    /// <summary>It remembers what it computed.</summary>
    Memory,

    /// <summary>It looks values up in a set, whatever their order.</summary>
    Set,

    /// <summary>It depends on the calendar.</summary>
    Calendar,

    /// <summary>It formats and parses numbers, in the invariant culture.</summary>
    Text,

    /// <summary>It counts its own bars.</summary>
    Counting,
}

/// <summary>A strategy that is honest but looks suspicious.</summary>
[Strategy("suspicious", Description = "Honest, whatever it looks like.")]
public sealed partial class SuspiciousStrategy
{
    private static readonly FrozenDictionary<DayOfWeek, int> Weights = new Dictionary<DayOfWeek, int>
    {
        [DayOfWeek.Monday] = 1,
        [DayOfWeek.Tuesday] = -1,
        [DayOfWeek.Wednesday] = 1,
        [DayOfWeek.Thursday] = 1,
        [DayOfWeek.Friday] = -1,
    }.ToFrozenDictionary();

    private readonly double[] _closes = new double[5];
    private readonly Dictionary<long, double> _memory = [];
    private readonly HashSet<long> _seen = [];
    private double _highest;
    private int _count;

    /// <summary>Why it looks suspicious.</summary>
    [Parameter(Description = "How it looks suspicious.")]
    public Habit Habit { get; init; }

    [Indicator<SimpleMovingAverage>(5, Offset = 1)]
    private partial double Before { get; }

    /// <summary>Decides.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        _closes[_count++ % _closes.Length] = bar.Close;
        _highest = Math.Max(_highest, bar.Close);
        bool wants = Habit switch
        {
            Habit.CentredInThePast => _count >= 5 && bar.Close > _closes[(_count + 2) % 5],
            Habit.RunningMaximum => bar.Close > 0.95 * _highest,
            Habit.ConstantTable => Weights.GetValueOrDefault(bar.TradingDay.DayOfWeek) > 0,
            Habit.Memory => Remember(bar) > bar.Close,
            Habit.Set => _seen.Add((long)bar.Close),
            Habit.Calendar => bar.TradingDay.Day <= 15,
            Habit.Text => double.Parse(bar.Close.ToString("F2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) > Before,
            _ => _count % 11 < 5,
        };
        if (position.IsFlat && wants)
            signals.Enter(Direction.Long);
        else if (position.IsLong && !wants)
            signals.Exit();
    }

    private double Remember(BarEvent bar)
    {
        _memory[bar.Index] = bar.Close;
        return _memory.GetValueOrDefault(bar.Index - 3, bar.Close);
    }
}
