using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using Backtest.Abstractions.Runtime;

namespace Backtest.Hosting;

/// <summary>The assemblies the running program was built with, including those of packages.</summary>
public static class ProgramAssemblies
{
    private const string Paths = "TRUSTED_PLATFORM_ASSEMBLIES";

    // They do not change while the program runs.
    private static readonly Lazy<IReadOnlyList<Assembly>> Found = new(Find);

    /// <summary>
    /// The assemblies with plugins, the program's own first, then in ordinal order of their names. They are found by their metadata; an assembly
    /// without plugins is not loaded. None are found in a program published as a single file, which has no separate files.
    /// </summary>
    /// <exception cref="InputException">An assembly was built against another version of the plugin API.</exception>
    public static IReadOnlyList<Assembly> WithPlugins() => Found.Value;

    private static IReadOnlyList<Assembly> Find()
    {
        string? own = Assembly.GetEntryAssembly()?.GetName().Name;
        return
        [
            .. Files().Where(HoldsPlugins).Select(file => Path.GetFileNameWithoutExtension(file)!)
                .OrderBy(name => name == own ? 0 : 1).ThenBy(name => name, StringComparer.Ordinal)
                .Select(name => AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name))),
        ];
    }

    private static IEnumerable<string> Files()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";
        string all = AppContext.GetData(Paths) as string ?? "";
        return all.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(file => Path.GetDirectoryName(file) != framework && File.Exists(file));
    }

    private static bool HoldsPlugins(string file)
    {
        IReadOnlyList<PluginListing> plugins;
        try
        {
            using PEReader image = new(File.OpenRead(file));
            if (!image.HasMetadata)
                return false;
            plugins = AssemblyMetadata.Plugins(image.GetMetadataReader());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            return false; // the runtime would not load it either
        }

        return plugins.FirstOrDefault(plugin => !plugin.FitsHost) is { } foreign ? throw OtherAbi(file, foreign) : plugins.Count > 0;
    }

    private static InputException OtherAbi(string file, PluginListing plugin) => new(new InputError(
        "plugin_api_version",
        FormattableString.Invariant(
            $"the program references {Path.GetFileNameWithoutExtension(file)}, built against version {plugin.AbiMajor}.{plugin.AbiMinor} of the plugin API; this release has {Abi.Major}.{Abi.Minor}"))
    {
        Position = new SourcePosition(file),
        Fix = "Reference a release of it that was built for this version.",
    });
}
