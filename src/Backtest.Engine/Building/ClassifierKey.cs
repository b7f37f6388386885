using System.Globalization;
using System.Text;
using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// What a classifier's regimes follow from over given bars: two classifiers with one key are one. Name and seed are in it, for what a plugin
/// draws at random starts from both.
/// </summary>
/// <param name="Factory">The plugin.</param>
/// <param name="Type">The plugin's id, as the run file gives it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters, as text.</param>
/// <param name="Reference">The symbol whose regime is the market's.</param>
/// <param name="Timeframe">The timeframe of the bars it classifies.</param>
/// <param name="Seed">The seed of the run.</param>
internal sealed record ClassifierKey(
    ClassifierFactory Factory, string Type, string Name, string Parameters, string? Reference, Timeframe? Timeframe, ulong Seed)
{
    /// <summary>The key of a classifier of a run.</summary>
    public static ClassifierKey Of(ClassifierConfig config, ClassifierFactory factory, ulong seed)
    {
        var text = new StringBuilder();
        Write(text, config.Parameters);
        return new ClassifierKey(factory, config.Type, config.Name, text.ToString(), config.Reference, config.Timeframe, seed);
    }

    // Texts are written with their lengths, so that no two values are written alike.
    private static void Write(StringBuilder text, ParameterNode node)
    {
        switch (node)
        {
            case ParameterMap map:
                text.Append('{');
                foreach (ParameterEntry entry in map.Entries)
                {
                    Write(text, entry.Key);
                    Write(text, entry.Value);
                }

                text.Append('}');
                break;
            case ParameterList list:
                text.Append('[');
                foreach (ParameterNode item in list.Items)
                    Write(text, item);
                text.Append(']');
                break;
            case ParameterScalar scalar:
                text.Append(scalar.IsQuoted ? 'q' : 'p');
                Write(text, scalar.Text);
                break;
            default:
                throw new InvalidOperationException($"A {node.GetType().Name} is no value of a run file.");
        }
    }

    private static void Write(StringBuilder text, string value) => text.Append(CultureInfo.InvariantCulture, $"{value.Length}:").Append(value);
}
