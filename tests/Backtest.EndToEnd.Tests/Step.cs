namespace Backtest.Tests;

/// <summary>A command of the journey and what it came to.</summary>
/// <param name="Command">The command line, as a user would type it.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it said, both streams.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record Step(string Command, int ExitCode, string Output, TimeSpan Elapsed)
{
    /// <summary>The step, once it is seen to have succeeded.</summary>
    public Step Succeeded()
    {
        Assert.True(ExitCode == 0, $"{Command}\n{Output}");
        return this;
    }
}
