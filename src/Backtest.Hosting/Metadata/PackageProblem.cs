using Backtest.Abstractions.Runtime;

namespace Backtest.Hosting;

/// <summary>Errors of a package folder, with fixes their user can apply.</summary>
internal static class PackageProblem
{
    private const string Rebuild = "Build the plugin again and copy its whole output folder.";

    public static InputError NoAssembly(PluginPackage package) => Error(
        package.Directory, "not_a_plugin", $"the folder contains no {package.Id}.dll",
        $"A plugin folder is named after its assembly: {package.Id}/{package.Id}.dll.");

    public static InputError NotAnAssembly(PluginPackage package) => Error(
        package.AssemblyPath, "not_a_plugin", "the file is not a .NET assembly, or is truncated", Rebuild);

    public static InputError Unreadable(PluginPackage package, string reason) => Error(
        package.AssemblyPath, "not_a_plugin", $"the file cannot be read: {reason}", "Close the programs that have it open, or correct its permissions.");

    public static InputError CutShort(PluginPackage package, string file) => Error(
        Path.Combine(package.Directory, file), "plugin_cut_short", "the file is truncated or damaged: it was not copied completely", Rebuild);

    public static InputError Gone(PluginPackage package) => Error(
        package.Directory, "plugin_gone", "the folder, or a file in it, was removed while it was copied for loading", "Restore it, and run again.");

    public static InputError Changed(PluginPackage package) => Error(
        package.Directory, "plugin_changed", "the folder changed while it was read", "Run again when it is complete.");

    public static InputError UnreadableFolder(PluginPackage package, string reason) => Error(
        package.Directory, "plugin_unreadable", $"the folder cannot be read: {reason}", "Correct its permissions, or remove it.");

    public static InputError FolderLink(PluginPackage package, string link) => Error(
        package.Directory, "plugin_folder_link", $"{link} is a link to another folder, which is not followed", "Replace it with a copy.");

    public static InputError OtherFramework(PluginPackage package, TargetFramework framework) => Error(
        package.AssemblyPath, "plugin_framework",
        $"the assembly was built for {framework}; this host runs on {TargetFramework.Host}",
        $"Build the plugin for net{TargetFramework.Host.Version}, or use a release that is.");

    public static InputError NoPlugin(PluginPackage package) => Error(
        package.AssemblyPath, "not_a_plugin", "the assembly contains no plugin",
        "Mark a class [Strategy], [Classifier], [RiskManager] or [Container], and build with Backtest.Sdk.");

    public static InputError OtherAbi(PluginPackage package, PluginListing plugin) => Error(
        package.AssemblyPath, "plugin_api_version",
        $"'{plugin.Id}' was built against plugin API {plugin.AbiMajor}.{plugin.AbiMinor}; "
        + $"this host runs {Abi.Major}.0 to {Abi.Major}.{Abi.Minor}",
        plugin.AbiMajor < Abi.Major
            ? "Build the plugin again with this version's Backtest.Sdk, or use a newer release of it."
            : "Update the backtest tool, or use an older release of the plugin.");

    public static InputError DuplicateId(PluginPackage package, string id) => Error(
        package.AssemblyPath, "duplicate_plugin", $"two plugins of one kind have the id '{id}'", "Change the id of one of them.");

    public static InputError NoDependencyFile(PluginPackage package) => Error(
        package.Directory, "plugin_deps_missing", $"{package.Id}.deps.json is missing; without it, dependencies cannot be found", Rebuild);

    public static InputError BadDependencyFile(PluginPackage package) => Error(
        package.Directory, "plugin_deps_missing", $"{package.Id}.deps.json cannot be read", Rebuild);

    public static InputError MissingDependency(PluginPackage package, string file) => Error(
        package.Directory, "plugin_dependency_missing", $"{package.Id} needs {file}, which is not in its folder", Rebuild);

    private static InputError Error(string file, string code, string message, string fix) =>
        new(code, message) { Position = new SourcePosition(file), Fix = fix };
}
