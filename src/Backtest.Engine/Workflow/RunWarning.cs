namespace Backtest.Engine;

/// <summary>Something in a run that is probably unintended.</summary>
/// <param name="Code">A stable identifier for scripts, such as <c>never_ready</c>.</param>
/// <param name="Message">The finding.</param>
/// <param name="Fix">How to fix it.</param>
public sealed record RunWarning(string Code, string Message, string? Fix = null);
