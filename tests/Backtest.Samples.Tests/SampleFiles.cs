using System.Reflection;
using System.Runtime.CompilerServices;
using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Plugins.Breakout;
using Backtest.Plugins.CrossSectionalMomentum;
using Backtest.Plugins.Hmm;
using Backtest.Plugins.MeanReversion;
using Backtest.Plugins.Momentum;
using Backtest.Plugins.MovingAverageCross;
using Backtest.Plugins.Pattern;
using Backtest.Plugins.StandardRisk;
using Backtest.Plugins.TrendFollowing;
using Backtest.Samples.Netting;

namespace Backtest.Tests;

/// <summary>The sample run files and the plugins they name.</summary>
internal static class SampleFiles
{
    /// <summary>The assemblies of the plugins that the samples name.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        typeof(BreakoutStrategy).Assembly, typeof(CrossSectionalMomentumStrategy).Assembly, typeof(HmmClassifier).Assembly,
        typeof(MeanReversionStrategy).Assembly, typeof(MomentumStrategy).Assembly, typeof(MovingAverageCross).Assembly,
        typeof(PatternClassifier).Assembly, typeof(StandardRiskManager).Assembly, typeof(TrendFollowingStrategy).Assembly,
        typeof(NettingContainer).Assembly,
    ];

    /// <summary>The source of the samples' plugins.</summary>
    public static PluginSet Plugins { get; } = new(Assemblies);

    /// <summary>Reads a sample with some values changed.</summary>
    public static WorkflowConfig Read(string name, IEnumerable<string> changes) =>
        RunFile.Load(Path.Combine(Folder(), $"{name}.yaml"), changes);

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "samples"));
}
