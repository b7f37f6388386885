using System.Security.Cryptography;
using Backtest.Cli.Composition;
using Backtest.Results;

namespace Backtest.Cli.Runs;

/// <summary>Compares the inputs of a run with their present state.</summary>
internal static class RunInputs
{
    /// <summary>Describes a file of data that is missing or has changed, or returns null if all are unchanged.</summary>
    public static string? DataChangedSince(StoredRun run, Workspace workspace)
    {
        string directory = Path.GetDirectoryName(Path.GetFullPath(workspace.Config.File ?? "")) ?? "";
        foreach (DataFile file in run.Manifest.Data)
        {
            string path = Path.Combine(directory, file.Path);
            if (File.Exists(path) && HashOf(path) is { } hash && hash != file.Sha256)
                return $"{path} is not the file that the run read: its content has changed since then";
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
