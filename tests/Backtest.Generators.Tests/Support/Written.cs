using System.Text;
using System.Text.Json;
using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Parameters written as JSON in a file <c>run.yaml</c>, each value with its line.</summary>
internal static class Written
{
    private const string File = "run.yaml";

    public static ParameterMap Parse(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        return (ParameterMap)Node(ref reader, bytes);
    }

    /// <summary>The errors that a plugin's factory finds.</summary>
    public static IReadOnlyList<InputError> Errors(PluginFactory factory, string json, BindingContext? context = null)
    {
        ParameterMap map = Parse(json);
        var errors = new ParameterErrors(map, "risk.parameters");
        factory.Validate(map, context ?? new BindingContext(), errors);
        return errors.Errors;
    }

    private static ParameterNode Node(ref Utf8JsonReader reader, byte[] bytes)
    {
        SourcePosition position = Position(reader, bytes);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var entries = new List<ParameterEntry>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    (string key, SourcePosition keyPosition) = (reader.GetString()!, Position(reader, bytes));
                    reader.Read();
                    entries.Add(new ParameterEntry(key, keyPosition, Node(ref reader, bytes)));
                }

                return new ParameterMap(entries, position);
            case JsonTokenType.StartArray:
                var items = new List<ParameterNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Node(ref reader, bytes));
                return new ParameterList(items, position);
            default:
                string text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
                return new ParameterScalar(text.TrimStart('"'), IsQuoted: text.StartsWith('"'), position);
        }
    }

    /// <summary>JSON has no unquoted words, so <c>"sma"</c> stands for an unquoted sma, and <c>"\"10"</c> for a quoted 10.</summary>
    private static SourcePosition Position(Utf8JsonReader reader, byte[] bytes) =>
        new(File, Line: 1 + bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n'));
}
