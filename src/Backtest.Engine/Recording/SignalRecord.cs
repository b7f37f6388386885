namespace Backtest.Engine;

/// <summary>A signal and what became of it.</summary>
/// <param name="Sequence">Counts the portfolio's events from 1.</param>
/// <param name="Signal">The signal.</param>
/// <param name="Turn">Counts the run's turns from 0.</param>
/// <param name="BarStart">The start of the bar it was decided on, UTC ticks.</param>
/// <param name="Regime">The regime at the time; <see langword="null"/>: no classifier above.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="RiskLimit">The risk limit that cut it, or the reason of a veto.</param>
/// <param name="Measured">What the risk limit measured; not a number without one.</param>
/// <param name="Threshold">What the risk limit allows; not a number without one.</param>
/// <param name="FirstValue">Where the indicator values behind it begin among the journal's.</param>
/// <param name="ValueCount">How many there are.</param>
public record struct SignalRecord(
    long Sequence,
    SignalEvent Signal,
    long Turn,
    long BarStart,
    string? Regime,
    SignalOutcome Outcome,
    string? RiskLimit,
    double Measured,
    double Threshold,
    int FirstValue,
    int ValueCount) : IRow
{
    /// <inheritdoc/>
    public static string Table => "signals";

    /// <inheritdoc/>
    public TFields Describe<TFields>(TFields fields)
        where TFields : struct, IRowFields
    {
        fields.Integer("id", Signal.Id);
        fields.Integer("seq", Sequence);
        fields.Time("time", Signal.Time.Ticks);
        fields.Time("bar", BarStart);
        fields.Container("portfolio");
        fields.Strategy("strategy", Signal.StrategyIndex);
        fields.Symbol("symbol", Signal.Instrument);
        fields.Word("action", Signal.Action);
        fields.Word("direction", Signal.Direction);
        fields.Number("strength", Signal.Strength);
        fields.Text("regime", Regime);
        fields.Text("reason", Signal.Reason);
        fields.Word("outcome", Outcome);
        fields.Text("risk_limit", RiskLimit);
        fields.Number("measured", Measured);
        fields.Number("threshold", Threshold);
        fields.Indicators("indicators", Signal.StrategyIndex, FirstValue, ValueCount);
        return fields;
    }
}

/// <summary>What became of a signal.</summary>
public enum SignalOutcome
{
    /// <summary>An order was placed for all of it.</summary>
    Ordered,

    /// <summary>An order was placed for less, a risk limit named.</summary>
    Cut,

    /// <summary>No order was placed, a reason named.</summary>
    Vetoed,

    /// <summary>An exit found no position, or all of it being closed already.</summary>
    NothingToExit,
}
