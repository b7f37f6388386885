using Backtest.Abstractions.Runtime;

namespace Backtest.Hosting;

/// <summary>The available plugins, as listed in the metadata of their assemblies. None of their code has run.</summary>
public sealed class PluginCatalog
{
    private readonly List<PluginChoice> _choices;

    private PluginCatalog(IReadOnlyList<PluginPackage> packages)
    {
        Packages = packages;
        _choices =
        [
            .. from package in packages
               where package.HiddenBy is null
               from listing in package.Plugins
               select new PluginChoice(package, listing),
        ];
    }

    /// <summary>All packages found, including hidden and unusable ones, by location, then in ordinal order of ids.</summary>
    public IReadOnlyList<PluginPackage> Packages { get; }

    /// <summary>The plugins that can be named, including those of packages with problems, which become errors when a plugin is used.</summary>
    public IReadOnlyList<PluginChoice> Plugins => _choices;

    /// <summary>The kinds this host has contracts for, and those that only packages define, in ordinal order of their ids.</summary>
    public IEnumerable<PluginKind> Kinds => PluginKind.All.Concat(_choices.Select(choice => choice.Listing.Kind)).Distinct()
        .OrderBy(kind => kind.Id, StringComparer.Ordinal);

    /// <summary>Scans the locations.</summary>
    /// <exception cref="InputException">A location that was named explicitly does not exist, or a location cannot be read.</exception>
    public static PluginCatalog Scan(PluginFolders places)
    {
        List<InputError> missing = [.. places.Folders.Where(place => place.MustExist && !Directory.Exists(place.Path)).Select(NotThere)];
        if (missing.Count > 0)
            throw new InputException(missing);
        List<PluginPackage> packages = [];
        Dictionary<string, string> first = new(StringComparer.OrdinalIgnoreCase);
        HashSet<string> seen = [];
        foreach (PluginFolder place in places.Folders.Where(place => Directory.Exists(place.Path) && seen.Add(place.Path)))
        {
            foreach (string directory in PackageDirectories(place))
            {
                PluginPackage package = PackageReader.Read(directory, place);
                if (!first.TryAdd(package.Id, directory))
                    package = package with { HiddenBy = first[package.Id] };
                packages.Add(package);
            }
        }

        return new PluginCatalog(packages);
    }

    /// <summary>Finds a plugin by the id a run file gives.</summary>
    /// <param name="kind">The kind of plugin.</param>
    /// <param name="type">The plugin's id, or package and id separated by a slash.</param>
    /// <returns>The plugin; <see langword="null"/> if there is none.</returns>
    /// <exception cref="InputException">Two packages have the id, or the package that has it cannot be used.</exception>
    public PluginChoice? Find(PluginKind kind, string type)
    {
        int slash = type.LastIndexOf('/');
        string? packageId = slash < 0 ? null : type[..slash];
        string id = type[(slash + 1)..];
        ThrowIfUnusable(Packages.FirstOrDefault(package => package.HiddenBy is null && IsNamed(package, packageId)));
        PluginChoice[] found =
        [
            .. _choices.Where(choice => choice.Listing.Kind == kind && choice.Listing.Id == id
                && (packageId is null || IsNamed(choice.Package, packageId))),
        ];
        if (found.Length == 0)
            return null;
        if (found.Length > 1)
            throw new InputException(Ambiguous(type, found));
        ThrowIfUnusable(found[0].Package);
        return found[0];
    }

    /// <summary>The usable ids of a kind, in ordinal order.</summary>
    public IReadOnlyList<string> Ids(PluginKind kind) =>
        [.. _choices.Where(choice => choice.Listing.Kind == kind && choice.Package.Problems.Count == 0)
            .Select(choice => choice.Listing.Id).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsNamed(PluginPackage package, string? id) => string.Equals(package.Id, id, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> PackageDirectories(PluginFolder place)
    {
        try
        {
            return place.PackageDirectories();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(Unreadable(place, exception.Message));
        }
    }

    private static void ThrowIfUnusable(PluginPackage? package)
    {
        if (package?.Problems.Count > 0)
            throw new InputException(package.Problems);
    }

    private static InputError NotThere(PluginFolder place) =>
        new("plugin_folder_missing", $"the folder {place.Path} ({place.Origin}) does not exist")
        {
            Fix = "Name a folder that contains plugin folders, or remove it.",
        };

    private static InputError Unreadable(PluginFolder place, string reason) =>
        new("plugin_folder_unreadable", $"the plugin folder ({place.Origin}) cannot be read: {reason}")
        {
            Position = new SourcePosition(place.Path),
            Fix = "Correct its permissions.",
        };

    private static InputError Ambiguous(string type, PluginChoice[] found)
    {
        IEnumerable<string> places = found.Select(choice => $"{choice.FullId} ({choice.Package.Directory})");
        return new InputError("ambiguous_plugin", $"'{type}' is in {found.Length} packages: {string.Join(", ", places)}")
        {
            Fix = $"Write the full id: {string.Join(" or ", found.Select(choice => choice.FullId))}.",
        };
    }
}
