namespace Backtest.Generators.Indicators.Model;

/// <summary>A parameter of an indicator's constructor, read from a list of numbers.</summary>
/// <param name="Variable">The name of the variable.</param>
/// <param name="Reading">The expression that reads it.</param>
/// <param name="Number">The expression that converts it back to a number, for the key of the computation.</param>
internal sealed record ArgumentModel(string Variable, string Reading, string Number);
