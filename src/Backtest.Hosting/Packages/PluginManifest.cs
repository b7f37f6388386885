using System.Globalization;
using NuGet.Packaging;
using NuGet.Packaging.Core;

namespace Backtest.Hosting;

/// <summary>The content of a package's nuspec.</summary>
/// <param name="Identity">The id and version.</param>
/// <param name="IsPlugin">Whether it has the package type of plugins.</param>
/// <param name="Tags">The tags.</param>
internal sealed record PluginManifest(PackageIdentity Identity, bool IsPlugin, IReadOnlyList<string> Tags)
{
    /// <summary>The package type of plugins.</summary>
    public const string PackageType = "BacktestPlugin";

    /// <summary>The tag of plugins, for feeds that cannot filter searches by package type.</summary>
    public const string PluginTag = "backtest-plugin";

    private const string AbiTag = "backtest-abi-";

    /// <summary>The plugin API version in its tags; <see langword="null"/> if there is none.</summary>
    public (int Major, int Minor)? Abi =>
        Tags.FirstOrDefault(tag => tag.StartsWith(AbiTag, StringComparison.OrdinalIgnoreCase)) is { } tag
        && tag[AbiTag.Length..].Split('.') is [var major, var minor]
        && int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out int majorVersion)
        && int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out int minorVersion)
            ? (majorVersion, minorVersion)
            : null;

    /// <summary>Reads a nuspec.</summary>
    public static PluginManifest Read(Stream nuspec)
    {
        NuspecReader reader = new(nuspec);
        return new PluginManifest(
            new PackageIdentity(reader.GetId(), reader.GetVersion()),
            reader.GetPackageTypes().Any(type => string.Equals(type.Name, PackageType, StringComparison.OrdinalIgnoreCase)),
            SplitTags(reader.GetTags()));
    }

    /// <summary>Splits tags in the formats of nuspecs and feeds.</summary>
    public static IReadOnlyList<string> SplitTags(string? tags) =>
        (tags ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
