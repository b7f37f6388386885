namespace Backtest;

/// <summary>Something about the data that is probably unintended, or that the user should know.</summary>
/// <param name="Code">A stable word for scripts, such as <c>rows_skipped</c>.</param>
/// <param name="Message">What was found.</param>
/// <param name="Fix">How to fix it.</param>
public sealed record DataWarning(string Code, string Message, string? Fix = null);
