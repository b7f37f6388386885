namespace Backtest.Tests;

/// <summary>A temporary folder that is deleted with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("backtest-report-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
