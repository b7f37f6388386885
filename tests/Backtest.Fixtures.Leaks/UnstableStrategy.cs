using System.Globalization;

namespace Backtest.Fixtures.Leaks;

/// <summary>What an unstable plugin depends on.</summary>
public enum Whim
{
    /// <summary>Random numbers without a seed.</summary>
    Chance,

    /// <summary>New ids.</summary>
    Identifier,

    /// <summary>The clock.</summary>
    Clock,

    /// <summary>A count in a static field.</summary>
    StaticCount,

    /// <summary>Closes that an earlier run left in a static field.</summary>
    StaticMemory,

    /// <summary>The hash code of an object.</summary>
    ObjectHash,

    /// <summary>How the culture formats numbers.</summary>
    Culture,

    /// <summary>The position of a bar in its chunk.</summary>
    ChunkRow,

    /// <summary>The hash code of a string, which differs in each process.</summary>
    TextHash,
}

/// <summary>Decides by things that differ between runs.</summary>
[Strategy("unstable", Description = "Decides by what differs from run to run.")]
public sealed partial class UnstableStrategy
{
    private static readonly Dictionary<(string, DateTime), double> Remembered = [];
    private static int s_bars;

    /// <summary>What it depends on.</summary>
    [Parameter(Description = "What it goes by.")]
    public Whim Whim { get; init; }

    [Indicator<SimpleMovingAverage>(2)]
    private partial double Mean { get; }

    /// <summary>Decides.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        bool wants = Whim switch
        {
            Whim.Chance => Random.Shared.Next(2) == 0,
            Whim.Identifier => Guid.NewGuid().ToByteArray()[0] % 2 == 0,
            Whim.Clock => DateTime.UtcNow.Ticks / 10 % 3 == 0,
            Whim.StaticCount => ++s_bars % 7 == 0,
            Whim.StaticMemory => Recall(bar),
            Whim.ObjectHash => new object().GetHashCode() % 3 == 0,
            Whim.Culture => 1.5.ToString().Contains('.', StringComparison.Ordinal) == (bar.Index % 7 == 0),
            Whim.ChunkRow => _row % 10 == 3,
            _ => (bar.Symbol + bar.Index.ToString(CultureInfo.InvariantCulture)).GetHashCode(StringComparison.Ordinal) % 3 == 0,
        };
        if (position.IsFlat && wants && Mean > 0)
            signals.Enter(Direction.Long);
        else if (position.IsLong && !wants)
            signals.Exit();
    }

    private static bool Recall(BarEvent bar)
    {
        bool isKnown = Remembered.TryGetValue((bar.Symbol, bar.End.AddDays(1)), out double next);
        Remembered[(bar.Symbol, bar.End)] = bar.Close;
        return isKnown ? next > bar.Close : bar.Index % 7 == 0;
    }
}
