namespace Backtest.Results;

/// <summary>Finds the differences between the inputs of two runs.</summary>
public static class ManifestDifference
{
    private const int ShortHash = 12;

    /// <summary>Differences in data, plugins and engine.</summary>
    public static IReadOnlyList<ValueDifference> Of(Manifest first, Manifest second) => [.. OfData(first, second), .. OfPlugins(first, second)];

    /// <summary>Files of data and of signals with different content.</summary>
    public static IReadOnlyList<ValueDifference> OfData(Manifest first, Manifest second) => Differences(FilesOf(first), FilesOf(second));

    /// <summary>Plugins with different content, and the engine if its version differs.</summary>
    public static IReadOnlyList<ValueDifference> OfPlugins(Manifest first, Manifest second) => Differences(PluginsOf(first), PluginsOf(second));

    /// <summary>Containers that only one of the runs has.</summary>
    public static IReadOnlyList<ValueDifference> OfContainers(Manifest first, Manifest second) => Differences(
        first.ContainerHashes.Keys.Select(path => (path, "there")), second.ContainerHashes.Keys.Select(path => (path, "there")));

    private static IEnumerable<(string Name, string Value)> FilesOf(Manifest manifest) =>
        manifest.Data.Concat(manifest.Signals ?? []).Select(file => (Path.GetFileName(file.Path), $"{Short(file.Sha256)}, {file.Rows} rows"));

    private static IEnumerable<(string Name, string Value)> PluginsOf(Manifest manifest) =>
        manifest.Plugins.Select(plugin => ($"{plugin.Package}/{plugin.Id}", $"{plugin.Version}, {Short(plugin.Sha256)}")).Append(("engine", manifest.EngineVersion));

    private static string Short(string? hash) => hash is null ? "content unknown" : hash[..Math.Min(ShortHash, hash.Length)];

    private static IReadOnlyList<ValueDifference> Differences(IEnumerable<(string Name, string Value)> first, IEnumerable<(string Name, string Value)> second)
    {
        ILookup<string, string> one = first.ToLookup(item => item.Name, item => item.Value, StringComparer.Ordinal);
        ILookup<string, string> other = second.ToLookup(item => item.Name, item => item.Value, StringComparer.Ordinal);
        return
        [
            .. one.Select(group => group.Key).Union(other.Select(group => group.Key), StringComparer.Ordinal)
                .Select(name => new ValueDifference(name, TextOf(one[name]), TextOf(other[name]))).Where(pair => pair.First != pair.Second),
        ];
    }

    private static string? TextOf(IEnumerable<string> values) => string.Join("; ", values) is { Length: > 0 } text ? text : null;
}
