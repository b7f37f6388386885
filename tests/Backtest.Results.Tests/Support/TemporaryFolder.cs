namespace Backtest.Tests;

/// <summary>A temporary folder that is deleted with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("backtest-results-").FullName;

    public IEnumerable<string> Entries => new DirectoryInfo(Path).EnumerateFileSystemInfos().Select(entry => entry.Name).Order();

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
