using System.Globalization;

namespace Backtest.Results;

/// <summary>A folder that appears atomically: it is filled next to its place under a temporary name, and renamed once it is complete.</summary>
internal sealed class RunFolder : IDisposable
{
    private const int ShortHashLength = 8;

    private readonly string _directory;
    private readonly string _name;
    private bool _isPublished;

    /// <summary>Creates the temporary folder.</summary>
    /// <param name="directory">The folder for run folders, created if missing.</param>
    /// <param name="name">The final name of the folder.</param>
    /// <exception cref="InputException">The folder cannot be written to.</exception>
    public RunFolder(string directory, string name)
    {
        _directory = Path.GetFullPath(directory);
        _name = name;
        TemporaryPath = Path.Combine(_directory, $".tmp-{name}-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(TemporaryPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string message = $"no run folder can be created in {_directory}: {exception.Message}";
            throw new InputException(new InputError("output_not_writable", message)
            {
                Key = "output.directory",
                Fix = "Name a writable folder in the run file or with --output.",
            });
        }
    }

    /// <summary>The path of the folder until it is published.</summary>
    public string TemporaryPath { get; }

    /// <summary>The name of a run's folder: when it began, its name, and the start of its configuration's hash.</summary>
    public static string NameOf(DateTimeOffset startedAt, string name, string configHash)
    {
        string hash = configHash[..Math.Min(ShortHashLength, configHash.Length)];
        return string.Create(CultureInfo.InvariantCulture, $"{startedAt.UtcDateTime:yyyyMMdd-HHmmss}-{Plain(name)}-{hash}");
    }

    /// <summary>Gives the folder its final name, with a number appended if the name is taken.</summary>
    /// <returns>The new path of the folder.</returns>
    public string Publish()
    {
        for (int number = 1; ; number++)
        {
            string path = Path.Combine(_directory, number == 1 ? _name : string.Create(CultureInfo.InvariantCulture, $"{_name}-{number}"));
            if (TryMove(path))
                return path;
        }
    }

    /// <summary>Removes the folder, unless it was published.</summary>
    public void Dispose()
    {
        if (!_isPublished && Directory.Exists(TemporaryPath))
            Directory.Delete(TemporaryPath, recursive: true);
    }

    /// <summary>Replaces characters that a path may not contain; a name given in code may have them.</summary>
    private static string Plain(string name) =>
        string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-'));

    private bool TryMove(string path)
    {
        if (Path.Exists(path))
            return false;
        try
        {
            Directory.Move(TemporaryPath, path);
            _isPublished = true;
            return true;
        }
        catch (IOException) when (Path.Exists(path))
        {
            // Another run was published there in the meantime.
            return false;
        }
    }
}
