using Backtest.Generators.Indicators.Emission;
using Backtest.Generators.Indicators.Model;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;

namespace Backtest.Generators.Plugins.Emission;

/// <summary>Generates the file of one plugin class.</summary>
internal static class SourceEmitter
{
    private static readonly SourceTemplate Fallback = new("Fallback");

    public static string Emit(SourceModel model) => model switch
    {
        PluginModel plugin => PluginEmitter.Emit(plugin),
        IndicatorPluginModel indicator => IndicatorPluginEmitter.Emit(indicator),
        FallbackModel fallback => Fallback.Render(new
        {
            fallback.Namespace,
            fallback.Properties,
            Opening = fallback.Types.Select((type, depth) => new { Indent = Indent(depth), Text = type }).ToArray(),
            Closing = fallback.Types.Select((_, depth) => Indent(fallback.Types.Count - 1 - depth)).ToArray(),
            Indent = Indent(fallback.Types.Count),
        }),
        _ => throw new InvalidOperationException($"Nothing writes {model.GetType().Name}."),
    };

    private static string Indent(int depth) => new(' ', depth * 4);
}
