using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Keys;
using Backtest.Configuration.Overrides;
using Backtest.Configuration.Sections;
using Backtest.Configuration.Yaml;
using Backtest.Engine;

namespace Backtest.Configuration;

/// <summary>Reads run files: YAML, and so JSON too, strictly. Every error is told with its place, and all of them at once.</summary>
public static class RunFile
{
    /// <summary>Reads a run file.</summary>
    /// <param name="path">The file. Relative paths in it start from its folder.</param>
    /// <param name="overrides">Values to set after reading, each as <c>path=value</c>; the last one wins.</param>
    /// <exception cref="InputException">The file cannot be read, or is wrong.</exception>
    public static WorkflowConfig Load(string path, IEnumerable<string>? overrides = null)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError("unreadable_file", $"the run file cannot be read: {exception.Message}")
            {
                Position = new SourcePosition(path),
                Fix = "See that it is there and that you may read it.",
            });
        }

        return Parse(text, path, overrides);
    }

    /// <summary>Reads the text of a run file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The file it is from, or would be. Relative paths in it start from its folder.</param>
    /// <param name="overrides">Values to set after reading, each as <c>path=value</c>; the last one wins.</param>
    /// <exception cref="InputException">The text is wrong.</exception>
    public static WorkflowConfig Parse(string text, string path, IEnumerable<string>? overrides = null)
    {
        var found = new List<InputError>();
        ParameterNode root = YamlReader.Read(text, path, found);
        foreach (string change in overrides ?? [])
            root = root is ParameterMap map ? OverrideTree.Apply(map, Override.Parse(change, found)) : root;
        var errors = new ParameterErrors(root as ParameterMap ?? ParameterMap.Empty, "");
        found.ForEach(errors.Add);
        WorkflowConfig config = RunSection.Kind.Read(new Place(root, "", errors));
        errors.ThrowIfAny();
        config = Locate(config, path);
        ConfigCheck.Throw(config);
        return config;
    }

    /// <summary>Reads the keys of one source of <c>data</c>, as they may stand on a command line.</summary>
    /// <param name="keys">The keys with their values, written as in a run file. Relative paths start from the working directory.</param>
    /// <exception cref="InputException">A key or a value is wrong.</exception>
    public static BarSourceOptions ParseData(IEnumerable<KeyValuePair<string, string>> keys)
    {
        var found = new List<InputError>();
        var entries = new List<ParameterEntry>();
        foreach ((string key, string value) in keys)
        {
            var position = new SourcePosition($"--{key} {value}");
            entries.Add(new ParameterEntry(key, position, YamlReader.Read(value, position.File!, found, hasLines: false)));
        }

        var map = new ParameterMap(entries, default);
        var errors = new ParameterErrors(map, "");
        found.ForEach(errors.Add);
        BarSourceOptions options = DataSection.Kind.Read(new Place(map, "data", errors)).WithSeed(0);
        errors.ThrowIfAny();
        return options;
    }

    private static WorkflowConfig Locate(WorkflowConfig config, string path)
    {
        return config with
        {
            Name = config.Name.Length > 0 ? config.Name : Path.GetFileNameWithoutExtension(path),
            Data = [.. config.Data.Select(source => source with { BaseDirectory = Path.GetDirectoryName(path) ?? "" })],
            File = path,
        };
    }
}
