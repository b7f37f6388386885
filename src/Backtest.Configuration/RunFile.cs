using System.Runtime.CompilerServices;
using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Keys;
using Backtest.Configuration.Overrides;
using Backtest.Configuration.Sections;
using Backtest.Configuration.Sections.Sources;
using Backtest.Configuration.Yaml;
using Backtest.Engine;

namespace Backtest.Configuration;

/// <summary>Reads run files strictly: YAML, and therefore also JSON. All errors are reported at once, each with its position.</summary>
public static class RunFile
{
    /// <summary>The keys of <c>data</c> that commands on data accept as options.</summary>
    public static IReadOnlyList<DataOption> DataOptions => DataSection.Options;

    /// <summary>Compiles and prepares what reading a run file needs; may be called on any thread.</summary>
    public static void MakeReady()
    {
        _ = YamlReader.Read("{}", "", []);
        RuntimeHelpers.RunClassConstructor(typeof(RunSection).TypeHandle);
    }

    /// <summary>Reads a run file.</summary>
    /// <param name="path">The file. Relative paths in it start from its folder.</param>
    /// <param name="overrides">Values to set after reading, each as <c>path=value</c>; the last one wins.</param>
    /// <exception cref="InputException">The file cannot be read, or is invalid.</exception>
    public static WorkflowConfig Load(string path, IEnumerable<string>? overrides = null) => RunFileTree.Load(path, overrides).Read();

    /// <summary>Reads the <c>data</c> section of a run file, or of none, for commands on data.</summary>
    /// <param name="keys">Its keys, each with its value in YAML and the words it was given by.</param>
    /// <param name="overrides">Values to set after that, each as <c>path=value</c>; the last one wins.</param>
    /// <returns>The sources; relative paths in them start from the working directory.</returns>
    /// <exception cref="InputException">A key or value is invalid.</exception>
    public static IReadOnlyList<BarSourceOptions> ParseData(
        IEnumerable<(string Key, string Value, string Words)> keys, IEnumerable<string>? overrides = null)
    {
        var found = new List<InputError>();
        ParameterMap root = ParameterMap.Empty;
        foreach ((string key, string value, string words) in keys)
        {
            var position = new SourcePosition(words);
            root = OverrideTree.Apply(root, new Override([RunSection.DataKey, key], YamlReader.Read(value, words, found, hasLines: false), position));
        }

        root = (overrides ?? []).Aggregate(root, (map, change) => OverrideTree.Apply(map, Override.Parse(change, found)));
        var errors = new ParameterErrors(root, "");
        found.ForEach(errors.Add);
        IReadOnlyList<DataPart> data = RunSection.DataKind.Read(new Place(root[RunSection.DataKey] ?? ParameterMap.Empty, RunSection.DataKey, errors));
        errors.ThrowIfAny();
        return [.. data.Select(part => part.WithSeed(0))];
    }

    /// <summary>Reads the text of a run file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The file it is from, or would be from. Relative paths in it start from its folder.</param>
    /// <param name="overrides">Values to set after reading, each as <c>path=value</c>; the last one wins.</param>
    /// <exception cref="InputException">The text is invalid.</exception>
    public static WorkflowConfig Parse(string text, string path, IEnumerable<string>? overrides = null) =>
        RunFileTree.Parse(text, path, overrides).Read();
}
