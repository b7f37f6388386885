namespace Backtest;

/// <summary>Receives the errors an author's <c>Validate</c> finds in the parameters as a whole.</summary>
public interface IParameterErrors
{
    /// <summary>Adds an error.</summary>
    /// <param name="parameter">The parameter as the run file names it, or a path below it such as <c>by_regime.bear</c>.</param>
    /// <param name="message">What was found and what was expected, in one sentence.</param>
    /// <param name="fix">How to fix it.</param>
    void Add(string parameter, string message, string? fix = null);
}
