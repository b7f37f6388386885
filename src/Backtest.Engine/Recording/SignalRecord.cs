using System.Globalization;

namespace Backtest.Engine;

/// <summary>A signal and its outcome.</summary>
/// <param name="Sequence">The number of the event in the portfolio, from 1.</param>
/// <param name="Signal">The signal.</param>
/// <param name="Turn">The number of the turn in the run, from 0.</param>
/// <param name="BarStart">The start of the bar it was decided on, UTC ticks.</param>
/// <param name="Regime">The regime at the time; <see langword="null"/> if there is no classifier above.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="RiskLimit">The risk limit that cut it, or the reason of a veto.</param>
/// <param name="Measured">The value the risk limit measured; NaN without one.</param>
/// <param name="Threshold">The value the risk limit allows; NaN without one.</param>
/// <param name="FirstValue">The index in the journal of the first indicator value behind the signal.</param>
/// <param name="ValueCount">The number of indicator values behind the signal.</param>
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
        return TFields.TakesUnhashed ? DescribeTerms(fields) : fields;
    }

    /// <summary>The remaining fields needed to replay the signal. They are not hashed, because their consequences are hashed with orders.</summary>
    private readonly TFields DescribeTerms<TFields>(TFields fields)
        where TFields : struct, IRowFields
    {
        EntryTerms terms = Signal.Entry;
        fields.Reference("handle", Signal.Handle.Number);
        fields.Word("order_type", terms.Type);
        fields.Number("limit_price", terms.Limit ?? double.NaN);
        fields.Number("stop_price", terms.Stop ?? double.NaN);
        fields.Word("time_in_force", terms.TimeInForce);
        fields.Number("stop_loss", Price(terms.StopLoss));
        fields.Number("stop_loss_distance", Distance(terms.StopLoss));
        fields.Number("take_profit", Price(terms.TakeProfit));
        fields.Number("take_profit_distance", Distance(terms.TakeProfit));
        fields.Number("trailing_stop", terms.TrailingStop ?? double.NaN);
        fields.Integer("adds", terms.Add ? 1 : 0);
        fields.Number("trail", terms.Trail ?? double.NaN);
        fields.Text("good_until", terms.GoodUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        fields.Reference("one_cancels_other", terms.OneCancelsOther.Number);
        fields.Number("touch_price", terms.Touch ?? double.NaN);
        fields.Number("trail_fraction", terms.TrailFraction ?? double.NaN);
        fields.Number("trailing_stop_fraction", terms.TrailingStopFraction ?? double.NaN);
        fields.Text("exit_plan", terms.Plan is { } plan ? ExitPlanText.Of(plan) : null);
        fields.Reference("refers_to", Signal.RefersTo.Number);
        fields.Word("size_unit", Signal.Size.Unit);
        fields.Number("size", Signal.Size.Unit == SizeUnit.None ? double.NaN : Signal.Size.Amount);
        fields.Number("band", Signal.Action == SignalAction.Target ? Signal.Band : double.NaN);
        fields.Reference("after", terms.After.Number);
        return fields;
    }

    private static double Price(PriceLevel? level) => level is { IsDistance: false, Value: var price } ? price : double.NaN;

    private static double Distance(PriceLevel? level) => level is { IsDistance: true, Value: var distance } ? distance : double.NaN;
}

/// <summary>The outcome of a signal.</summary>
public enum SignalOutcome
{
    /// <summary>An order was placed for all of it.</summary>
    Ordered,

    /// <summary>An order was placed for a smaller quantity; the risk limit is recorded.</summary>
    Cut,

    /// <summary>No order was placed; the reason is recorded.</summary>
    Vetoed,

    /// <summary>An exit found no position, or all of it was already being closed.</summary>
    NothingToExit,

    /// <summary>The signal was measured, because the run ends with signals.</summary>
    Observed,

    /// <summary>A working order was canceled or amended as requested.</summary>
    Applied,
}
