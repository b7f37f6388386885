using Backtest.Results;

namespace Backtest.Research;

/// <summary>Writes documents of results atomically.</summary>
internal static class JsonFile
{
    /// <summary>Writes a document.</summary>
    /// <param name="folder">The folder, created if missing.</param>
    /// <param name="name">The name of the file.</param>
    /// <param name="text">The document.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string folder, string name, string text)
    {
        try
        {
            Directory.CreateDirectory(folder);
            WholeFile.Write(Path.Combine(folder, name), draft => File.WriteAllText(draft, text));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError("output_not_writable", $"{name} cannot be written: {exception.Message}")
            {
                Fix = $"Check that {folder} is writable.",
            });
        }
    }
}
