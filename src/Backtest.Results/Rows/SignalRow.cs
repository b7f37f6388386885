using System.Collections.Immutable;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A signal of a strategy, and its outcome.</summary>
public readonly record struct SignalRow
{
    /// <summary>Counts the portfolio's signals from 1.</summary>
    public required int Id { get; init; }

    /// <summary>Counts the portfolio's events from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>The name of the portfolio.</summary>
    public required string Portfolio { get; init; }

    /// <summary>The name of the strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>When it was decided: the end of the bar, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>The start of the bar it was decided on, UTC.</summary>
    public required DateTime BarStart { get; init; }

    /// <summary>The symbol to trade.</summary>
    public required string Symbol { get; init; }

    /// <summary>The requested action.</summary>
    public required SignalAction Action { get; init; }

    /// <summary>For an entry, the side to open; for an exit, the side of the position to close.</summary>
    public required Direction Direction { get; init; }

    /// <summary>For an entry, its strength; for an exit, the fraction to close; in (0, 1].</summary>
    public required double Strength { get; init; }

    /// <summary>How an entry is executed and protected, how an exit is executed, or what an amendment changes; otherwise the default.</summary>
    public required EntryTerms Entry { get; init; }

    /// <summary>For a cancellation or an amendment, the handle of the signal it refers to, or null.</summary>
    public int? RefersTo { get; init; }

    /// <summary>For a target, the target position; for an amendment, the quantity.</summary>
    public PositionSize Size { get; init; }

    /// <summary>For a target, the difference below which nothing is traded, or null.</summary>
    public double? Band { get; init; }

    /// <summary>The author's own description; may be null.</summary>
    public required string? Reason { get; init; }

    /// <summary>The regime at that time, or null if there is no classifier.</summary>
    public required string? Regime { get; init; }

    /// <summary>Its outcome.</summary>
    public required SignalOutcome Outcome { get; init; }

    /// <summary>The risk limit that reduced it, or the reason of a veto; null if it was neither reduced nor vetoed.</summary>
    public required string? RiskLimit { get; init; }

    /// <summary>The value that risk limit measured, or null if there is none.</summary>
    public required double? Measured { get; init; }

    /// <summary>The value that risk limit allows, or null if there is none.</summary>
    public required double? Threshold { get; init; }

    /// <summary>The indicators the strategy read when it decided, in declaration order.</summary>
    public required ImmutableArray<IndicatorReading> Indicators { get; init; }

    /// <summary>The value of an indicator the strategy read when it decided, or null if it reads none with that name.</summary>
    /// <param name="name">The name, in snake_case, such as <c>fast_line</c>.</param>
    public double? Indicator(string name)
    {
        foreach (IndicatorReading reading in Indicators)
        {
            if (reading.Name == name)
                return reading.Value;
        }

        return null;
    }

    /// <summary>Creates the row of a recorded signal.</summary>
    /// <param name="portfolio">Its portfolio.</param>
    /// <param name="record">The signal.</param>
    /// <param name="values">The indicator values of the chunk it was recorded in.</param>
    internal static SignalRow Of(PortfolioDescription portfolio, in SignalRecord record, ReadOnlySpan<double> values)
    {
        SignalEvent signal = record.Signal;
        return new SignalRow
        {
            Id = signal.Id,
            Sequence = record.Sequence,
            Portfolio = portfolio.Name,
            Strategy = portfolio.Strategies[signal.StrategyIndex],
            Time = signal.Time,
            BarStart = new DateTime(record.BarStart, DateTimeKind.Utc),
            Symbol = signal.Instrument.Symbol,
            Action = signal.Action,
            Direction = signal.Direction,
            Strength = signal.Strength,
            Entry = signal.Entry,
            RefersTo = signal.RefersTo.Number is 0 ? null : signal.RefersTo.Number,
            Size = signal.Size,
            Band = signal.Action == SignalAction.Target ? signal.Band : null,
            Reason = signal.Reason,
            Regime = record.Regime,
            Outcome = record.Outcome,
            RiskLimit = record.RiskLimit,
            Measured = Cells.Optional(record.Measured),
            Threshold = Cells.Optional(record.Threshold),
            Indicators = Readings(portfolio.IndicatorNames[signal.StrategyIndex], values.Slice(record.FirstValue, record.ValueCount)),
        };
    }

    /// <summary>Reads a row of a table.</summary>
    internal static SignalRow Read(ReadTable table, int row)
    {
        var action = table.Word<SignalAction>("action", row);
        return new SignalRow
        {
            Id = table.Id("id", row),
            Sequence = table.Integer("seq", row),
            Portfolio = table.Text("portfolio", row),
            Strategy = table.Text("strategy", row),
            Time = table.Time("time", row),
            BarStart = table.Time("bar", row),
            Symbol = table.Text("symbol", row),
            Action = action,
            Direction = table.Word<Direction>("direction", row),
            Strength = table.Number("strength", row) ?? double.NaN,
            Entry = SignalCells.Terms(table, row, action),
            RefersTo = table.IdOrNone("refers_to", row),
            Size = SignalCells.Size(table, row),
            Band = table.Number("band", row),
            Reason = table.TextOrNone("reason", row),
            Regime = table.TextOrNone("regime", row),
            Outcome = table.Word<SignalOutcome>("outcome", row),
            RiskLimit = table.TextOrNone("risk_limit", row),
            Measured = table.Number("measured", row),
            Threshold = table.Number("threshold", row),
            Indicators = [.. SignalCells.Indicators(table, row)],
        };
    }

    private static ImmutableArray<IndicatorReading> Readings(IReadOnlyList<string> names, ReadOnlySpan<double> values)
    {
        ImmutableArray<IndicatorReading>.Builder readings = ImmutableArray.CreateBuilder<IndicatorReading>(values.Length);
        for (int i = 0; i < values.Length; i++)
            readings.Add(new IndicatorReading(names[i], double.IsFinite(values[i]) ? values[i] : null));
        return readings.MoveToImmutable();
    }
}

/// <summary>The value of an indicator at a signal.</summary>
/// <param name="Name">The strategy's name for it, in snake_case, such as <c>fast_line</c>.</param>
/// <param name="Value">Its value, or null if it was not ready.</param>
public readonly record struct IndicatorReading(string Name, double? Value);
