namespace Backtest.Engine;

/// <summary>Something in a run that is probably not meant so.</summary>
/// <param name="Code">A stable word for scripts, such as <c>never_ready</c>.</param>
/// <param name="Message">What was found.</param>
/// <param name="Fix">How to mend it.</param>
public sealed record RunWarning(string Code, string Message, string? Fix = null);
