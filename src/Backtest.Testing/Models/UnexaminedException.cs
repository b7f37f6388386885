namespace Backtest.Testing;

/// <summary>A law cannot be judged.</summary>
/// <param name="message">Why.</param>
internal sealed class UnexaminedException(string message) : Exception(message);
