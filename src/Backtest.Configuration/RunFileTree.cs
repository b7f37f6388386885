using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Keys;
using Backtest.Configuration.Overrides;
using Backtest.Configuration.Sections;
using Backtest.Configuration.Yaml;
using Backtest.Engine;

namespace Backtest.Configuration;

/// <summary>A run file as written: values with their positions, some of which may be set before it is read. Immutable.</summary>
public sealed class RunFileTree
{
    private const int MostCharacters = 1 << 20;

    private readonly ParameterNode _root;
    private readonly string _path;
    private readonly IReadOnlyList<InputError> _found;

    private RunFileTree(ParameterNode root, string path, IReadOnlyList<InputError> found)
    {
        _root = root;
        _path = path;
        _found = found;
    }

    /// <summary>Parses a run file.</summary>
    /// <param name="path">The file. Relative paths in it start from its folder.</param>
    /// <param name="overrides">Values to set, each as <c>path=value</c>; the last one wins.</param>
    /// <exception cref="InputException">The file cannot be read, or is not YAML.</exception>
    public static RunFileTree Load(string path, IEnumerable<string>? overrides = null)
    {
        string text;
        try
        {
            NotARunFile.ThrowIf(path);
            text = ReadText(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(new InputError("missing_file", "the run file does not exist")
            {
                Position = new SourcePosition(path),
                Fix = Nearest(path) is { } meant ? $"Did you mean '{meant}'?" : "Name a run file, or create one with backtest new solution DIR.",
            });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError("unreadable_file", $"the run file cannot be read: {exception.Message}")
            {
                Position = new SourcePosition(path),
                Fix = "Check that it exists and that you have permission to read it.",
            });
        }

        return Parse(text, path, overrides);
    }

    /// <summary>The run file in the same folder with the most similar name.</summary>
    private static string? Nearest(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string? name = !Directory.Exists(folder)
            ? null
            : NearestName.Find(
                Path.GetFileName(path),
                Directory.EnumerateFiles(folder, "*.y*ml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        return name is null ? null : Path.Combine(Path.GetDirectoryName(path) ?? "", name);
    }

    private static string ReadText(string path)
    {
        using StreamReader reader = new(path);
        char[] text = new char[MostCharacters + 1];
        int read = reader.ReadBlock(text);
        return read <= MostCharacters
            ? new string(text, 0, read)
            : throw new InputException(new InputError(
                "large_run_file", FormattableString.Invariant($"the file has more than {MostCharacters:N0} characters, too many for a run file"))
            {
                Position = new SourcePosition(path),
                Fix = "Check that it is a run file and not a data file.",
            });
    }

    /// <summary>Parses the text of a run file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The file it is from, or would be from. Relative paths in it start from its folder.</param>
    /// <param name="overrides">Values to set, each as <c>path=value</c>; the last one wins.</param>
    /// <exception cref="InputException">The text is not YAML, or a path cannot be found.</exception>
    public static RunFileTree Parse(string text, string path, IEnumerable<string>? overrides = null)
    {
        var found = new List<InputError>();
        ParameterNode root = YamlReader.Read(text, path, found);
        NotARunFile.ThrowIf(root, path);
        foreach (string change in overrides ?? [])
            root = root is ParameterMap map ? OverrideTree.Apply(map, Override.Parse(change, found)) : root;
        return new RunFileTree(root, path, found);
    }

    /// <summary>The same with a value set.</summary>
    /// <param name="path">The value's path, as in <c>--set</c>.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InputException">The path cannot be found.</exception>
    public RunFileTree Set(string path, ParameterNode value)
    {
        ParameterMap root = _root as ParameterMap ?? ParameterMap.Empty;
        return new RunFileTree(OverrideTree.Apply(root, new Override(path.Split('.'), value, value.Position)), _path, _found);
    }

    /// <summary>The same run with other values, as a backtest: the search and how it is counted are left out.</summary>
    /// <param name="values">The values, each with its path, as in <c>--set</c>, and its position.</param>
    /// <exception cref="InputException">A path cannot be found.</exception>
    public RunFileTree With(IEnumerable<(string Path, ParameterNode Value, SourcePosition Position)> values)
    {
        ParameterMap root = _root as ParameterMap ?? ParameterMap.Empty;
        root = root with
        {
            Entries =
            [
                .. root.Entries.Where(entry => entry.Key is not (RunSection.WorkflowKey or RunSection.SearchKey or RunSection.ValidationKey
                    or RunSection.StepsKey or RunSection.FamilyKey or RunSection.LedgerKey)),
            ],
        };
        foreach ((string path, ParameterNode value, SourcePosition position) in values)
            root = OverrideTree.Apply(root, new Override(path.Split('.'), value, position));
        return new RunFileTree(root, _path, _found);
    }

    /// <summary>The sweep that a step of a research workflow makes.</summary>
    /// <param name="step">The name of the step.</param>
    /// <param name="only">The one strategy to search, all others being left out; null to search more.</param>
    public RunFileTree OfSearch(string step, (string Portfolio, string Strategy)? only)
    {
        ParameterMap root = _root as ParameterMap ?? ParameterMap.Empty;
        ParameterEntry search = ((root[RunSection.StepsKey] as ParameterMap)?[step] as ParameterMap)?.Find(RunSection.SearchKey)
            ?? throw new ArgumentException($"There is no search step '{step}'.", nameof(step));
        root = root with
        {
            Entries =
            [
                new ParameterEntry(RunSection.WorkflowKey, search.KeyPosition, new ParameterScalar(Workflows.Sweep, IsQuoted: false, search.KeyPosition)),
                .. root.Entries.Where(entry => entry.Key is not (RunSection.WorkflowKey or RunSection.StepsKey)),
                search,
            ],
        };
        return new RunFileTree(only is { } strategy ? OneStrategy.Of(root, strategy.Portfolio, strategy.Strategy) : root, _path, _found);
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="InputException">It is invalid; every error is listed.</exception>
    public WorkflowConfig Read()
    {
        var errors = new ParameterErrors(_root as ParameterMap ?? ParameterMap.Empty, "");
        foreach (InputError error in _found)
            errors.Add(error);
        WorkflowConfig config = RunSection.Kind.Read(new Place(_root, "", errors));
        errors.ThrowIfAny();
        config = config with
        {
            Name = config.Name.Length > 0 ? config.Name : Path.GetFileNameWithoutExtension(_path),
            Data = [.. config.Data.Select(source => source with { BaseDirectory = Path.GetDirectoryName(_path) ?? "" })],
            File = _path,
        };
        config = HoldoutConfig.Keep(config);
        ConfigCheck.Throw(config);
        return config;
    }
}
