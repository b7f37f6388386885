using Backtest.Analyzers.Plugins;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Backtest.Analyzers;

/// <summary>An analyzer of code the author wrote, in assemblies that hold a plugin or an indicator; it is silent in any other.</summary>
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

    /// <summary>Says what to look at in an assembly that holds a plugin.</summary>
    private protected abstract void Register(CompilationStartAnalysisContext context, PluginTypes plugins);
}
