namespace Backtest.Benchmarks;

/// <summary>The built tool.</summary>
internal static class BuiltTool
{
    /// <summary>The folder of this repository.</summary>
    public static string Repository { get; } = Find();

    /// <summary>The tool's folder, or <see langword="null"/> if it is not built in Release.</summary>
    public static string? Folder
    {
        get
        {
            string folder = Path.Combine(Repository, "src", "Backtest.Cli", "bin", "Release", "net10.0");
            return File.Exists(Path.Combine(folder, "backtest.dll")) ? folder : null;
        }
    }

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("this program is not in its repository");
    }
}
