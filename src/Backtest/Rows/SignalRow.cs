using Backtest.Engine;

namespace Backtest;

/// <summary>What a strategy wanted, and what became of it.</summary>
public readonly record struct SignalRow
{
    private readonly SignalRecord _signal;
    private readonly IReadOnlyList<string> _names;
    private readonly ReadOnlyMemory<double> _values;

    internal SignalRow(string portfolio, string strategy, in SignalRecord signal, IReadOnlyList<string> names, ReadOnlyMemory<double> values)
    {
        Portfolio = portfolio;
        Strategy = strategy;
        _signal = signal;
        _names = names;
        _values = values;
    }

    /// <summary>Counts the portfolio's signals from 1.</summary>
    public int Id => _signal.Signal.Id;

    /// <summary>The name of the portfolio.</summary>
    public string Portfolio { get; }

    /// <summary>The name of the strategy.</summary>
    public string Strategy { get; }

    /// <summary>When it was decided: the end of the bar, UTC.</summary>
    public DateTime Time => _signal.Signal.Time;

    /// <summary>What to trade.</summary>
    public string Symbol => _signal.Signal.Instrument.Symbol;

    /// <summary>In or out.</summary>
    public SignalAction Action => _signal.Signal.Action;

    /// <summary>Of an entry, the side wanted; of an exit, the side of the position it closes.</summary>
    public Direction Direction => _signal.Signal.Direction;

    /// <summary>Of an entry, how much it is wanted; of an exit, the fraction to close; in (0, 1].</summary>
    public double Strength => _signal.Signal.Strength;

    /// <summary>In the author's words; may be null.</summary>
    public string? Reason => _signal.Signal.Reason;

    /// <summary>What became of it.</summary>
    public SignalOutcome Outcome => _signal.Outcome;

    /// <summary>The risk limit that cut it, or the reason of a veto, or null if it was neither cut nor vetoed.</summary>
    public string? RiskLimit => _signal.RiskLimit;

    /// <summary>The regime at the time, or null without a classifier above.</summary>
    public string? Regime => _signal.Regime;

    /// <summary>The value of an indicator the strategy read when it decided, or null if it reads none of that name.</summary>
    /// <param name="name">The name, in snake_case, such as <c>fast_line</c>.</param>
    public double? Indicator(string name)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            if (_names[i] == name)
                return _values.Span[i];
        }

        return null;
    }
}
