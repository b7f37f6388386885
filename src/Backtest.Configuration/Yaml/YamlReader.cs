using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Backtest.Configuration.Yaml;

/// <summary>Makes a tree of values with their places from YAML. Keys are unique; aliases stand for what their anchor marks.</summary>
internal sealed class YamlReader
{
    private readonly IParser _parser;
    private readonly string _file;
    private readonly bool _hasLines;
    private readonly List<InputError> _errors;
    private readonly Dictionary<AnchorName, ParameterNode> _anchors = [];

    private YamlReader(IParser parser, string file, bool hasLines, List<InputError> errors)
    {
        _parser = parser;
        _file = file;
        _hasLines = hasLines;
        _errors = errors;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">What it is called in errors.</param>
    /// <param name="errors">Takes what is wrong without making the text unreadable.</param>
    /// <param name="hasLines">Whether lines are told in errors.</param>
    /// <returns>The value; an empty scalar where the text is empty.</returns>
    /// <exception cref="InputException">The text is no YAML.</exception>
    public static ParameterNode Read(string text, string file, List<InputError> errors, bool hasLines = true)
    {
        try
        {
            return new YamlReader(new Parser(new StringReader(text)), file, hasLines, errors).ReadDocument();
        }
        catch (YamlException exception)
        {
            string what = exception.InnerException?.Message ?? exception.Message;
            var position = hasLines ? new SourcePosition(file, (int)exception.Start.Line, (int)exception.Start.Column) : new SourcePosition(file);
            throw new InputException(new InputError("bad_yaml", $"the YAML cannot be read: {what}")
            {
                Position = position,
                Fix = "See that keys are indented alike, with spaces, and that brackets and quotes are closed.",
            });
        }
    }

    private ParameterNode ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            return new ParameterScalar("", IsQuoted: false, new SourcePosition(_file));
        ParameterNode root = ReadNode();
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out DocumentStart? second))
            _errors.Add(Error("second_document", second.Start, "a second document begins here; a run file holds one.", "Give it a file of its own."));
        return root;
    }

    private ParameterNode ReadNode()
    {
        if (_parser.TryConsume<AnchorAlias>(out AnchorAlias? alias))
        {
            return _anchors.TryGetValue(alias.Value, out ParameterNode? marked)
                ? marked
                : throw new YamlException(alias.Start, alias.End, $"nothing above is marked &{alias.Value}");
        }

        if (_parser.TryConsume<Scalar>(out Scalar? scalar))
            return Mark(scalar, new ParameterScalar(scalar.Value, scalar.Style != ScalarStyle.Plain, Position(scalar.Start)));
        if (_parser.TryConsume<SequenceStart>(out SequenceStart? list))
            return Mark(list, new ParameterList(ReadItems(), Position(list.Start)));
        MappingStart map = _parser.Consume<MappingStart>();
        return Mark(map, new ParameterMap(ReadEntries(), Position(map.Start)));
    }

    private List<ParameterNode> ReadItems()
    {
        var items = new List<ParameterNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode());
        return items;
    }

    private List<ParameterEntry> ReadEntries()
    {
        var entries = new List<ParameterEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            ParsingEvent start = _parser.Current!;
            ParameterNode key = ReadNode();
            ParameterNode value = ReadNode();
            if (key is not ParameterScalar { Text: var name })
                _errors.Add(Error("bad_key", start.Start, "a key is a list or a map; expected a name.", "Put text with { or } in it in quotes."));
            else if (entries.Find(entry => entry.Key == name) is { } first)
                _errors.Add(Error("duplicate_key", start.Start, $"'{name}' stands in this map twice{First(first)}.", "Take one of them away."));
            else
                entries.Add(new ParameterEntry(name, Position(start.Start), value));
        }

        return entries;
    }

    private ParameterNode Mark(NodeEvent start, ParameterNode node)
    {
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor] = node;
        return node;
    }

    private string First(ParameterEntry entry) => _hasLines ? FormattableString.Invariant($", first in line {entry.KeyPosition.Line}") : "";

    private InputError Error(string code, Mark mark, string message, string fix) => new(code, message) { Position = Position(mark), Fix = fix };

    private SourcePosition Position(Mark mark) => _hasLines ? new SourcePosition(_file, (int)mark.Line, (int)mark.Column) : new SourcePosition(_file);
}
