using Backtest.Abstractions.Runtime;

namespace Backtest.Configuration;

/// <summary>
/// Recognizes what is passed to commands in place of a run file by mistake. Read as a run file, it would give errors that do not help.
/// </summary>
internal static class NotARunFile
{
    private static readonly string[] DataExtensions = [".csv", ".tsv", ".gz", ".zip"];
    private static readonly string[] ForeignExtensions = [".parquet", ".xlsx", ".xls", ".feather", ".arrow", ".h5", ".hdf5", ".pkl", ".pickle", ".npy"];

    /// <summary>Throws if a path is that of something else.</summary>
    /// <exception cref="InputException">It is a folder, or a file of data.</exception>
    public static void ThrowIf(string path)
    {
        var position = new SourcePosition(path);
        if (Directory.Exists(path))
            throw Refusal(position, "this is a folder, not a run file", $"Name a run file in it, such as {Path.Combine(path, "run.yaml")}.");
        if (IsFile(path, DataExtensions))
        {
            throw Refusal(
                position, "this is a file of data, not a run file", $"See how it is read, and which data section a run file needs for it: backtest data info {path}.");
        }

        if (IsFile(path, ForeignExtensions))
        {
            throw Refusal(
                position,
                "this is neither a run file, which is YAML, nor a readable file of bars",
                "Save the bars as CSV, and check how they are read: backtest data info FILE.csv.");
        }
    }

    /// <summary>Throws if a file is not a map of keys and values, such as bars in JSON.</summary>
    /// <exception cref="InputException">It is a list or a text.</exception>
    public static void ThrowIf(ParameterNode root, string path)
    {
        string? found = root switch
        {
            ParameterList => "a list",
            ParameterScalar { Text: { Length: > 0 } text } => $"the text '{FoundText.Clip(text)}'",
            _ => null,
        };
        if (found is not null)
        {
            throw Refusal(
                new SourcePosition(path, 1),
                $"found {found}, expected a map of keys and values",
                "A run file begins with keys such as name: and data:. To create one, use backtest new solution DIR. Bars are read from CSV files.");
        }
    }

    private static bool IsFile(string path, string[] extensions) =>
        Array.Exists(extensions, extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) && File.Exists(path);

    private static InputException Refusal(SourcePosition position, string message, string fix) =>
        new(new InputError("not_a_run_file", message) { Position = position, Fix = fix });
}
