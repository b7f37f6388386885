using Backtest.Analyzers.Plugins;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Analyzers;

/// <summary>An analyzer of the author's code in assemblies that contain a plugin or an indicator; it reports nothing in other assemblies.</summary>
public abstract class PluginAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (PluginTypes.Find(start.Compilation, start.CancellationToken) is { } plugins)
                Register(start, plugins);
        });
    }

    /// <summary>Registers the actions to perform in an assembly that contains a plugin.</summary>
    private protected abstract void Register(CompilationStartAnalysisContext context, PluginTypes plugins);
}
