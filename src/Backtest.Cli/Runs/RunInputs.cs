using System.Security.Cryptography;
using Backtest.Cli.Composition;
using Backtest.Results;

namespace Backtest.Cli.Runs;

/// <summary>Compares what a run was made of with what is there now.</summary>
internal static class RunInputs
{
    /// <summary>Says which file of data is gone or is another, or null where all are as they were.</summary>
    public static string? DataChangedSince(StoredRun run, Workspace workspace)
    {
        string directory = Path.GetDirectoryName(Path.GetFullPath(workspace.Config.File ?? "")) ?? "";
        foreach (DataFile file in run.Manifest.Data)
        {
            string path = Path.Combine(directory, file.Path);
            if (File.Exists(path) && HashOf(path) is { } hash && hash != file.Sha256)
                return $"{path} is not the file the run read: its content has changed since";
        }

        return null;
    }

    private static string? HashOf(string path)
    {
        try
        {
            using FileStream content = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(content));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
