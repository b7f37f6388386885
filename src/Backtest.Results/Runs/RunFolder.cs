using System.Globalization;

namespace Backtest.Results;

/// <summary>A folder that appears whole or not at all: filled beside its place under a temporary name, renamed when all is in it.</summary>
internal sealed class RunFolder : IDisposable
{
    private const int ShortHashLength = 8;

    private readonly string _directory;
    private readonly string _name;
    private bool _isPublished;

    /// <summary>Makes the temporary folder.</summary>
    /// <param name="directory">The folder run folders are made in; made when it is not there.</param>
    /// <param name="name">The name of the folder to be.</param>
    /// <exception cref="InputException">Nothing can be written there.</exception>
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
            string message = $"no run folder can be made in {_directory}: {exception.Message}";
            throw new InputException(new InputError("output_not_writable", message)
            {
                Key = "output.directory",
                Fix = "Name a folder that can be written to, in the file or with --output.",
            });
        }
    }

    /// <summary>Where the folder is until it is published.</summary>
    public string TemporaryPath { get; }

    /// <summary>The name of a run's folder: the moment it began, its name and the beginning of its configuration's hash.</summary>
    public static string NameOf(DateTimeOffset startedAt, string name, string configHash)
    {
        string hash = configHash[..Math.Min(ShortHashLength, configHash.Length)];
        return string.Create(CultureInfo.InvariantCulture, $"{startedAt.UtcDateTime:yyyyMMdd-HHmmss}-{Plain(name)}-{hash}");
    }

    /// <summary>Gives the folder its name; a number is added where another has it already.</summary>
    /// <returns>Where the folder is now.</returns>
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

    /// <summary>A name given in code may hold what a path may not.</summary>
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
            // Another run was published there in between.
            return false;
        }
    }
}
