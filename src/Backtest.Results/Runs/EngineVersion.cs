using System.Reflection;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The version of the engine that produces results.</summary>
public static class EngineVersion
{
    /// <summary>The version of the engine in this process.</summary>
    public static string Current { get; } =
        typeof(Coordinator).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
