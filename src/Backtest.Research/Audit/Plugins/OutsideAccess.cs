using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Backtest.Research;

/// <summary>
/// Finds references of an assembly that reach outside a run: files, the network, other processes, the clock. Changed bars do not affect what a
/// plugin reads there itself.
/// </summary>
internal static class OutsideAccess
{
    private static readonly HashSet<string> FileTypes =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.StreamReader",
        "System.IO.MemoryMappedFiles.MemoryMappedFile", "System.IO.RandomAccess",
    ];

    private static readonly HashSet<(string Type, string Member)> ClockMembers =
    [
        ("System.DateTime", "get_Now"), ("System.DateTime", "get_UtcNow"), ("System.DateTime", "get_Today"), ("System.DateTimeOffset", "get_Now"),
        ("System.DateTimeOffset", "get_UtcNow"), ("System.Environment", "get_TickCount64"), ("System.Environment", "get_TickCount"),
        ("System.TimeProvider", "get_System"), ("System.Diagnostics.Stopwatch", "GetTimestamp"),
    ];

    /// <summary>What an assembly accesses, in words, with the members it uses; empty if nothing, or if the assembly has no file.</summary>
    public static IReadOnlyList<string> Of(Assembly assembly)
    {
        if (assembly.Location is not { Length: > 0 } file || !File.Exists(file))
            return [];
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        MetadataReader reader = image.GetMetadataReader();
        (string Type, string Member)[] members =
        [
            .. reader.MemberReferences.Select(reader.GetMemberReference)
                .Where(member => member.Parent.Kind == HandleKind.TypeReference)
                .Select(member => (TypeOf(reader, (TypeReferenceHandle)member.Parent), reader.GetString(member.Name)))
                .Distinct(),
        ];
        return
        [
            .. Words("reads files", members, member => FileTypes.Contains(member.Type)),
            .. Words(
                "reaches the network or another process",
                members,
                member => member.Type.StartsWith("System.Net.", StringComparison.Ordinal) || member.Type == "System.Diagnostics.Process"),
            .. Words("reads the clock", members, ClockMembers.Contains),
        ];
    }

    private static IEnumerable<string> Words(
        string what, (string Type, string Member)[] members, Func<(string Type, string Member), bool> isOne)
    {
        string[] found =
        [
            .. members.Where(isOne)
                .Select(member => $"{member.Type[(member.Type.LastIndexOf('.') + 1)..]}.{member.Member}")
                .Order(StringComparer.Ordinal),
        ];
        if (found.Length > 0)
            yield return $"{what} ({string.Join(", ", found.Take(3))}{(found.Length > 3 ? ", …" : "")})";
    }

    private static string TypeOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }
}
