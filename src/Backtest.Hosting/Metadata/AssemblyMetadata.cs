using System.Reflection;
using System.Reflection.Metadata;
using Backtest.Abstractions.Runtime;

namespace Backtest.Hosting;

/// <summary>Reads information about an assembly from its metadata.</summary>
internal static class AssemblyMetadata
{
    /// <summary>The plugins the assembly lists, in ordinal order of kind and id.</summary>
    /// <exception cref="BadImageFormatException">The metadata is invalid.</exception>
    public static IReadOnlyList<PluginListing> Plugins(MetadataReader metadata) =>
        [.. Attributes(metadata, typeof(PluginAttribute)).Select(Listing)
            .OrderBy(plugin => plugin.Kind.Id, StringComparer.Ordinal).ThenBy(plugin => plugin.Id, StringComparer.Ordinal)];

    /// <summary>The informational version up to a plus sign; without one, the assembly's version.</summary>
    /// <exception cref="BadImageFormatException">The metadata is invalid.</exception>
    public static string Version(MetadataReader metadata) =>
        Text(metadata, typeof(AssemblyInformationalVersionAttribute)) is { } version
            ? version.Split('+')[0]
            : metadata.GetAssemblyDefinition().Version.ToString();

    /// <summary>The text of an attribute of the assembly; <see langword="null"/> if it does not have the attribute.</summary>
    /// <exception cref="BadImageFormatException">The metadata is invalid.</exception>
    public static string? Text(MetadataReader metadata, Type attribute) =>
        Attributes(metadata, attribute).Select(value => value.FixedArguments is [{ Value: string text }] ? text : null).FirstOrDefault();

    private static IEnumerable<CustomAttributeValue<string>> Attributes(MetadataReader metadata, Type type)
    {
        foreach (CustomAttributeHandle handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            CustomAttribute attribute = metadata.GetCustomAttribute(handle);
            if (IsOf(metadata, attribute, type))
                yield return attribute.DecodeValue(AttributeTypes.Instance);
        }
    }

    private static bool IsOf(MetadataReader metadata, CustomAttribute attribute, Type type)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
            return false;
        EntityHandle parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference)
            return false;
        TypeReference reference = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(reference.Name, type.Name)
            && metadata.StringComparer.Equals(reference.Namespace, type.Namespace!);
    }

    private static PluginListing Listing(CustomAttributeValue<string> attribute)
    {
        object?[] values = [.. attribute.FixedArguments.Select(argument => argument.Value)];
        return values is [string kind, string id, string factory, int major, int minor, string description, string schema]
            ? new PluginListing(new PluginKind(kind), id, factory.Split(',')[0], major, minor, description, schema)
            : throw new BadImageFormatException("A plugin's listing has an unknown shape.");
    }
}
