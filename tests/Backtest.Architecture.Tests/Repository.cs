using System.Xml.Linq;

namespace Backtest.Tests;

/// <summary>The projects of the repository and the references in their project files.</summary>
internal static class Repository
{
    /// <summary>The root folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The project files in a folder, each in a subfolder, by project name. Deeper ones are templates beside the built tool.</summary>
    public static IReadOnlyDictionary<string, string> Projects(string folder) => Directory
        .EnumerateDirectories(Path.Combine(Root, folder))
        .SelectMany(project => Directory.EnumerateFiles(project, "*.csproj"))
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file)!, StringComparer.Ordinal);

    /// <summary>The projects a project compiles against; analyzers and build-only references are not arrows.</summary>
    public static IReadOnlyList<string> References(string project) =>
    [
        .. XDocument.Load(project).Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") is not "false")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'))),
    ];

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Backtest.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Backtest.sln is not above the tests.");
    }
}
