using System.Runtime.InteropServices;

namespace Backtest.Hosting;

/// <summary>The runtime identifiers of systems whose files a system can use.</summary>
internal static class RuntimeIdentifiers
{
    /// <summary>Those that the running system can use, its own first.</summary>
    public static IReadOnlyList<string> Running { get; } = Fallbacks(RuntimeInformation.RuntimeIdentifier);

    /// <summary>Those that a system can use, in the order of the runtime, which since .NET 8 is a fixed list and not a graph.</summary>
    /// <param name="identifier">The system's own identifier, such as <c>linux-musl-x64</c>.</param>
    public static IReadOnlyList<string> Fallbacks(string identifier)
    {
        int dash = identifier.LastIndexOf('-');
        string architecture = dash < 0 ? "" : identifier[dash..];
        string system = dash < 0 ? identifier : identifier[..dash];
        string[] systems =
            system.StartsWith("win", StringComparison.Ordinal) ? ["win"]
            : system.StartsWith("osx", StringComparison.Ordinal) ? ["osx", "unix"]
            : system.EndsWith("-musl", StringComparison.Ordinal) ? [system, "linux", "unix"]
            : ["linux", "unix"];
        return [.. new[] { identifier }.Concat(systems.SelectMany(name => new[] { name + architecture, name })).Append("any").Distinct()];
    }
}
