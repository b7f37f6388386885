using System.Globalization;
using System.Text;

namespace Backtest.Engine;

/// <summary>Writes parameters as text, so that equal parameters can be found.</summary>
internal static class ParameterText
{
    /// <summary>The text of parameters; different parameters have different texts.</summary>
    public static string Of(ParameterMap parameters)
    {
        var text = new StringBuilder();
        Write(text, parameters);
        return text.ToString();
    }

    // Strings are written with their lengths, so that no two values have the same text.
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
                throw new InvalidOperationException($"A {node.GetType().Name} is not a value of a run file.");
        }
    }

    private static void Write(StringBuilder text, string value) => text.Append(CultureInfo.InvariantCulture, $"{value.Length}:").Append(value);
}
