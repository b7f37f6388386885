using Backtest.Abstractions.Runtime;
using Backtest.Data.Options;

namespace Backtest.Data.Files;

/// <summary>Finds the files a source reads.</summary>
internal static class DataPaths
{
    private const string MissingAdvice = "Relative paths start from the run file's folder. Check that the file exists.";

    /// <summary>The files of a path, including each file in a zip, in ordinal order.</summary>
    /// <exception cref="InputException">There is no such file, the path is missing, or a zip is damaged.</exception>
    public static IReadOnlyList<DataPath> Find(BarSourceOptions.Csv options)
    {
        if (string.IsNullOrWhiteSpace(options.Path))
            throw new InputException(
                options.Error("missing_path", "path", "a csv source needs a path.", "Write, for example, path: data/spx.csv."));
        string path = Path.Combine(options.BaseDirectory, options.Path).Replace('\\', '/');
        List<DataPath> files = path.Contains(PathPattern.Symbol, StringComparison.Ordinal) && options.Symbols.Count > 0
            ? FindEachSymbol(path, options)
            : FindAll(path, options);
        files = [.. files.SelectMany(file => Unzip(file, isNamed: path.Contains(PathPattern.Symbol, StringComparison.Ordinal)))];
        files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return files;
    }

    private static List<DataPath> FindEachSymbol(string path, BarSourceOptions.Csv options)
    {
        var files = new List<DataPath>();
        var errors = new List<InputError>();
        foreach (string symbol in options.Symbols.Distinct(StringComparer.Ordinal))
        {
            string resolved = path.Replace(PathPattern.Symbol, symbol, StringComparison.Ordinal);
            DataPath[] found = [.. Expand(resolved).Select(file => file with { Symbol = symbol })];
            if (found.Length == 0)
                errors.Add(NoFile(options, $"there is no file {resolved} for the symbol {symbol}."));
            files.AddRange(found);
        }

        return errors.Count == 0 ? files : throw new InputException(errors);
    }

    private static List<DataPath> FindAll(string path, BarSourceOptions.Csv options)
    {
        if (Directory.Exists(path))
        {
            List<DataPath> inFolder = [.. Expand($"{path.TrimEnd('/')}/*").Where(file => DataFormats.IsData(file.File))];
            return inFolder.Count > 0
                ? inFolder
                : throw new InputException(NoFile(options, $"the folder {path} contains no file of bars ({DataFormats.Expected}).", TextAdvice(path)));
        }

        List<DataPath> files = [.. Expand(path)];
        if (files.Count == 0)
        {
            throw new InputException(PathPattern.IsPattern(path)
                ? NoFile(options, $"no file matches {path}.")
                : NoFile(
                    options, $"there is no file or folder {path}.", Nearest(path) is { } meant ? $"Did you mean '{meant}'? {MissingAdvice}" : MissingAdvice));
        }

        // If a single file's name has no symbol, it has the one requested symbol.
        bool isNamed = path.Contains(PathPattern.Symbol, StringComparison.Ordinal);
        if (files.Count == 1 && options.Symbols.Count == 1 && !isNamed)
            files[0] = files[0] with { Symbol = options.Symbols[0] };
        return files;
    }

    /// <summary>The file in the folder of a missing one whose name is closest to it.</summary>
    private static string? Nearest(string path)
    {
        string? folder = Path.GetDirectoryName(path);
        return Directory.Exists(folder)
            ? NearestName.Find(Path.GetFileName(path), Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal))
            : null;
    }

    private static IEnumerable<DataPath> Expand(string path)
    {
        if (PathPattern.IsPattern(path))
            return new PathPattern(path).Find();
        return File.Exists(path) ? [new DataPath(path, Entry: null, DataFormats.Stem(path))] : [];
    }

    /// <summary>The files in a zip, each named after itself if there are several and the path names no symbol.</summary>
    private static IEnumerable<DataPath> Unzip(DataPath file, bool isNamed)
    {
        if (!DataFormats.IsZip(file.File))
            return [file];
        IReadOnlyList<string> entries = DataFormats.Entries(file.File);
        return entries.Select(entry => new DataPath(
            file.File, entry, isNamed || entries.Count == 1 ? file.Symbol : DataFormats.Stem(entry)));
    }

    /// <summary>Advice about texts in a folder, which may be notes and are read only if a pattern names them.</summary>
    private static string TextAdvice(string folder) => Directory.EnumerateFiles(folder, "*.txt").Any()
        ? $"It has .txt files. Name them with a pattern, such as path: \"{folder.TrimEnd('/')}/*.txt\"."
        : MissingAdvice;

    private static InputError NoFile(BarSourceOptions.Csv options, string message, string fix = MissingAdvice) =>
        options.Error("missing_file", "path", message, fix);
}
