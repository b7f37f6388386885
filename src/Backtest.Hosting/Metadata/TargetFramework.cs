using System.Reflection.Metadata;
using System.Runtime.Versioning;

namespace Backtest.Hosting;

/// <summary>The framework an assembly was built for.</summary>
/// <param name="Name">The framework's name, such as <c>.NETCoreApp</c>.</param>
/// <param name="Version">The framework's version.</param>
internal sealed record TargetFramework(string Name, Version Version)
{
    private const string Core = ".NETCoreApp";
    private const string Standard = ".NETStandard";

    /// <summary>The framework of the host.</summary>
    public static TargetFramework Host { get; } = new(Core, new Version(Environment.Version.Major, Environment.Version.Minor));

    /// <summary>Whether this host can run it: .NET of its own version or an earlier one, or .NET Standard.</summary>
    public bool FitsHost => Name == Standard || (Name == Core && Version <= Host.Version);

    /// <summary>Reads the framework of an assembly; <see langword="null"/> if it cannot be determined.</summary>
    /// <exception cref="BadImageFormatException">The metadata is invalid.</exception>
    public static TargetFramework? Read(MetadataReader metadata)
    {
        string? name = AssemblyMetadata.Text(metadata, typeof(TargetFrameworkAttribute));
        return name is null ? FromReferences(metadata) : Parse(name);
    }

    /// <summary>The name for display, such as <c>.NET 10.0</c> or <c>.NET Framework 4.8</c>.</summary>
    public override string ToString() => Name switch
    {
        Core => $".NET {Version}",
        ".NETFramework" => $".NET Framework {Version}",
        _ => $"{Name} {Version}",
    };

    private static TargetFramework? Parse(string name)
    {
        const string Marker = ",Version=v";
        int at = name.IndexOf(Marker, StringComparison.Ordinal);
        return at > 0 && Version.TryParse(name[(at + Marker.Length)..].Split(',')[0], out Version? version)
            ? new TargetFramework(name[..at], version)
            : null;
    }

    // Without an attribute, the core library that an assembly references shows its framework.
    private static TargetFramework? FromReferences(MetadataReader metadata)
    {
        foreach (AssemblyReferenceHandle handle in metadata.AssemblyReferences)
        {
            AssemblyReference reference = metadata.GetAssemblyReference(handle);
            Version version = new(reference.Version.Major, reference.Version.Minor);
            switch (metadata.GetString(reference.Name))
            {
                case "System.Runtime":
                    return new TargetFramework(Core, version);
                case "mscorlib":
                    return new TargetFramework(".NETFramework", version);
            }
        }

        return null;
    }
}
