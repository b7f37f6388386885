namespace Backtest.Testing;

/// <summary>An action of a risk manager, for a signal or on its own.</summary>
/// <param name="Kind">The action.</param>
/// <param name="Symbol">The instrument.</param>
/// <param name="Quantity">The quantity placed, before it is rounded to the lot; 0 for a veto; the fraction for a reduction; the quantity wanted for a resizing; what was left to fill for a cancel.</param>
/// <param name="RiskLimit">The risk limit that cut or refused, or the reason of a reduction or cancel; <see langword="null"/> if none.</param>
/// <param name="Measured">The value the risk limit measured; not a number without one.</param>
/// <param name="Threshold">The value the risk limit allows; not a number without one.</param>
public sealed record RecordedAnswer(
    AnswerKind Kind, string Symbol, decimal Quantity, string? RiskLimit = null, double Measured = double.NaN, double Threshold = double.NaN);
