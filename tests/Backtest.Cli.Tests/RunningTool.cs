using System.Diagnostics;

namespace Backtest.Tests;

/// <summary>The built tool in progress, which can be interrupted as with Ctrl-C. Disposing kills it if it is still running.</summary>
internal sealed class RunningTool : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;

    /// <summary>Starts a command line in a folder.</summary>
    /// <remarks>
    /// Background processes of a script ignore interrupts, and so do all processes started by them. This process handles interrupts however the
    /// tests were started.
    /// </remarks>
    public RunningTool(string folder, params IEnumerable<string> arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sending Ctrl-C to one process needs a console of its own there.");
        IEnumerable<string> heeding = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : [];
        _process = Tool.Start([], folder, [.. heeding, Tool.Host, Tool.Assembly, .. arguments]);
        _output = _process.StandardOutput.ReadToEndAsync();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Waits until it writes a text to standard error.</summary>
    /// <returns>The lines up to the first that contains the text, without those of earlier calls.</returns>
    public async Task<IReadOnlyList<string>> SaysAsync(string text)
    {
        List<string> said = [];
        while (await _process.StandardError.ReadLineAsync(Cancellation) is { } line)
        {
            said.Add(line);
            if (line.Contains(text, StringComparison.Ordinal))
                return said;
        }

        throw new InvalidOperationException($"The tool ended without saying '{text}': {string.Join('\n', said)}");
    }

    /// <summary>Interrupts it and waits until it ends.</summary>
    /// <returns>Its result, with the standard error that was not yet read.</returns>
    public async Task<ToolResult> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        string error = await _process.StandardError.ReadToEndAsync(Cancellation);
        await _process.WaitForExitAsync(Cancellation);
        return new ToolResult(_process.ExitCode, await _output, error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
