using System.Globalization;
using NuGet.Packaging;
using NuGet.Packaging.Core;

namespace Backtest.Hosting;

/// <summary>What a package's nuspec says.</summary>
/// <param name="Identity">Its id and version.</param>
/// <param name="IsPlugin">Whether it has the package type of plugins.</param>
/// <param name="Tags">Its tags.</param>
internal sealed record PluginManifest(PackageIdentity Identity, bool IsPlugin, IReadOnlyList<string> Tags)
{
    /// <summary>The package type of plugins.</summary>
    public const string PackageType = "BacktestPlugin";

    /// <summary>The tag of plugins, for feeds that cannot search by package type.</summary>
    public const string PluginTag = "backtest-plugin";

    private const string AbiTag = "backtest-abi-";

    /// <summary>The plugin API it says it was built against; <see langword="null"/>: it does not say.</summary>
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

    /// <summary>Splits tags as nuspecs and feeds write them.</summary>
    public static IReadOnlyList<string> SplitTags(string? tags) =>
        (tags ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
