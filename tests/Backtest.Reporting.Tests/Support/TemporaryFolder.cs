namespace Backtest.Tests;

/// <summary>A folder of a test's own, gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("backtest-report-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
