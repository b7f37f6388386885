namespace Backtest.Tests;

/// <summary>A command of the journey and its result.</summary>
/// <param name="Command">The command line, as a user would type it.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its output, both streams.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record Step(string Command, int ExitCode, string Output, TimeSpan Elapsed)
{
    /// <summary>Returns the step after asserting that it succeeded.</summary>
    public Step Succeeded()
    {
        Assert.True(ExitCode == 0, $"{Command}\n{Output}");
        return this;
    }
}
