using System.Text.Json;

namespace Backtest.Hosting;

/// <summary>Reads the dependencies in a plugin's <c>.deps.json</c>.</summary>
internal static class DependencyFile
{
    private static readonly string[] AssetTypes = ["runtime", "native"];

    /// <summary>
    /// The files it names for this system that are not in its folder, in ordinal order; <see langword="null"/> if it cannot be read.
    /// </summary>
    public static IReadOnlyList<string>? Missing(string path) => Missing(path, RuntimeIdentifiers.Running);

    /// <summary>The files it names for a system that are not in its folder, in ordinal order; <see langword="null"/> if it cannot be read.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="systems">The runtime identifiers whose files the system can use, the best first.</param>
    public static IReadOnlyList<string>? Missing(string path, IReadOnlyList<string> systems)
    {
        string directory = Path.GetDirectoryName(path)!;
        try
        {
            using FileStream stream = File.OpenRead(path);
            using JsonDocument document = JsonDocument.Parse(stream);
            JsonElement root = document.RootElement;
            string target = root.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
            return
            [
                .. from library in root.GetProperty("targets").GetProperty(target).EnumerateObject()
                   from type in AssetTypes
                   from file in Missing(directory, library.Value, type, systems)
                   orderby file
                   select $"{file} (of {library.Name.Replace('/', ' ')})",
            ];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    // Files that a library has for this system replace those it has for all systems.
    private static IEnumerable<string> Missing(string directory, JsonElement library, string type, IReadOnlyList<string> systems)
    {
        string[] particular = ForSystem(library, type, systems);
        if (particular.Length > 0)
            return particular.Where(asset => !File.Exists(Path.Combine(directory, asset)));
        return !library.TryGetProperty(type, out JsonElement assets) ? [] : assets.EnumerateObject()
            .Where(asset => !IsPlaceholder(asset.Name) && !IsThere(directory, asset.Name))
            .Select(asset => Path.GetFileName(asset.Name));
    }

    private static string[] ForSystem(JsonElement library, string type, IReadOnlyList<string> systems)
    {
        if (!library.TryGetProperty("runtimeTargets", out JsonElement targets))
            return [];
        ILookup<string, string> bySystem = targets.EnumerateObject()
            .Where(asset => asset.Value.GetProperty("assetType").ValueEquals(type))
            .ToLookup(asset => asset.Value.GetProperty("rid").GetString()!, asset => asset.Name);
        return systems.FirstOrDefault(bySystem.Contains) is { } best ? [.. bySystem[best].Where(asset => !IsPlaceholder(asset))] : [];
    }

    // A package without a file for the framework or system is listed as "lib/<framework>/_._".
    private static bool IsPlaceholder(string asset) => Path.GetFileName(asset) == "_._";

    // The build copies a package's assemblies directly next to the plugin; other layouts keep the asset's path.
    private static bool IsThere(string directory, string asset) =>
        File.Exists(Path.Combine(directory, Path.GetFileName(asset))) || File.Exists(Path.Combine(directory, asset));
}
