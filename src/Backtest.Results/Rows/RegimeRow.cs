using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A change of regime.</summary>
public readonly record struct RegimeRow
{
    /// <summary>Counts the classifier's events from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>The name of the classifier.</summary>
    public required string Classifier { get; init; }

    /// <summary>The instrument, or null for the market.</summary>
    public required string? Symbol { get; init; }

    /// <summary>When it became known: the end of the bar, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>The start of the bar, UTC.</summary>
    public required DateTime BarStart { get; init; }

    /// <summary>The name of the new regime, or <c>unknown</c>.</summary>
    public required string Regime { get; init; }

    /// <summary>Its probability, in [0, 1], or null if the classifier provides none.</summary>
    public required double? Confidence { get; init; }

    internal static RegimeRow Of(ClassifierDescription classifier, in RegimeRecord record) => new()
    {
        Sequence = record.Sequence,
        Classifier = classifier.Name,
        Symbol = record.Symbol,
        Time = new DateTime(record.Time, DateTimeKind.Utc),
        BarStart = new DateTime(record.BarStart, DateTimeKind.Utc),
        Regime = RowNames.OfClassifier(classifier).State(record.StateIndex),
        Confidence = Cells.Optional(record.Confidence),
    };

    internal static RegimeRow Read(ReadTable table, int row) => new()
    {
        Sequence = table.Integer("seq", row),
        Classifier = table.Text("classifier", row),
        Symbol = table.TextOrNone("symbol", row),
        Time = table.Time("time", row),
        BarStart = table.Time("bar", row),
        Regime = table.Text("regime", row),
        Confidence = table.Number("confidence", row),
    };
}

/// <summary>The probability of one regime at one bar.</summary>
public readonly record struct RegimeProbabilityRow
{
    /// <summary>The name of the classifier.</summary>
    public required string Classifier { get; init; }

    /// <summary>The instrument, or null for the market.</summary>
    public required string? Symbol { get; init; }

    /// <summary>When it became known: the end of the bar, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>The name of the regime.</summary>
    public required string Regime { get; init; }

    /// <summary>Its probability, in [0, 1].</summary>
    public required double Probability { get; init; }

    internal static RegimeProbabilityRow Read(ReadTable table, int row) => new()
    {
        Classifier = table.Text("classifier", row),
        Symbol = table.TextOrNone("symbol", row),
        Time = table.Time("time", row),
        Regime = table.Text("regime", row),
        Probability = table.Number("probability", row) ?? double.NaN,
    };
}
