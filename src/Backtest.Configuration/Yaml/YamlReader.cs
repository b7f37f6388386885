using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Backtest.Configuration.Yaml;

/// <summary>Makes a tree of values with their positions from YAML. Keys are unique; aliases stand for what their anchor marks.</summary>
internal sealed class YamlReader
{
    private const int Deepest = 100;

    private readonly IParser _parser;
    private readonly string _file;
    private readonly bool _hasLines;
    private readonly List<InputError> _errors;
    private readonly Dictionary<AnchorName, ParameterNode> _anchors = [];
    private int _depth;

    private YamlReader(IParser parser, string file, bool hasLines, List<InputError> errors)
    {
        _parser = parser;
        _file = file;
        _hasLines = hasLines;
        _errors = errors;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Its name in errors.</param>
    /// <param name="errors">Receives errors that do not make the text unreadable.</param>
    /// <param name="hasLines">Whether errors include lines.</param>
    /// <returns>The value; an empty scalar if the text is empty.</returns>
    /// <exception cref="InputException">The text is not YAML.</exception>
    public static ParameterNode Read(string text, string file, List<InputError> errors, bool hasLines = true)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            return new YamlReader(parser, file, hasLines, errors).ReadDocument();
        }
        catch (YamlException exception)
        {
            throw Unreadable(Locate(exception.Start, text), exception.Message, exception.Message.Contains("tab", StringComparison.Ordinal));
        }
        catch (InvalidOperationException)
        {
            // On some brackets that are never closed, the parser fails with an exception that is not one of its own.
            throw Unreadable(parser.Current?.End ?? Mark.Empty, "a bracket is not closed.");
        }

        InputException Unreadable(Mark mark, string what, bool isTab = false) => new(new InputError("bad_yaml", $"the YAML cannot be read: {what}")
        {
            Position = hasLines ? new SourcePosition(file, (int)mark.Line, (int)mark.Column) : new SourcePosition(file),
            Fix = isTab
                ? "Replace the tab at the beginning of the line with spaces: YAML is indented with spaces only."
                : "Check on that line and the one above that keys are indented equally, with spaces, that a space follows each '-' and ':', and that brackets and quotes are closed.",
        });
    }

    // The parser reports tabs in the indentation at the beginning of the map.
    private static Mark Locate(Mark mark, string text)
    {
        int line = text.Split('\n').ToList().FindIndex(line => line.TrimStart(' ').StartsWith('\t'));
        return line >= 0 && mark.Index == 0 ? new Mark(0, line + 1, 1) : mark;
    }

    private ParameterNode ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            return new ParameterScalar("", IsQuoted: false, new SourcePosition(_file));
        ParameterNode root = ReadNode();
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out DocumentStart? second))
            Report("second_document", second.Start, "a second document begins here; a run file must hold only one.", "Move it to its own file.");
        return root;
    }

    private ParameterNode ReadNode()
    {
        if (_parser.TryConsume<AnchorAlias>(out AnchorAlias? alias))
        {
            return _anchors.TryGetValue(alias.Value, out ParameterNode? marked)
                ? marked
                : throw new YamlException(alias.Start, alias.End, $"there is no anchor &{alias.Value} above.");
        }

        if (_parser.TryConsume<Scalar>(out Scalar? scalar))
            return Remember(scalar, new ParameterScalar(scalar.Value, scalar.Style != ScalarStyle.Plain, Position(scalar.Start)));
        if (++_depth > Deepest)
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, "lists and maps are nested too deeply.");
        ParameterNode node = ReadCollection();
        _depth--;
        return node;
    }

    private ParameterNode ReadCollection()
    {
        if (_parser.TryConsume<SequenceStart>(out SequenceStart? list))
            return Remember(list, new ParameterList(ReadItems(), Position(list.Start)));
        MappingStart map = _parser.Consume<MappingStart>();
        return Remember(map, new ParameterMap(ReadEntries(), Position(map.Start)));
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
                Report("bad_key", start.Start, "a key is a list or a map; expected a name.", "Put text with { or } in it in quotes.");
            else if (entries.Find(entry => entry.Key == name) is { } first)
                Report("duplicate_key", start.Start, $"'{name}' appears twice in this map{First(first)}.", "Remove one of them.");
            else
                entries.Add(new ParameterEntry(name, Position(start.Start), value));
        }

        return entries;
    }

    private ParameterNode Remember(NodeEvent start, ParameterNode node)
    {
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor] = node;
        return node;
    }

    private string First(ParameterEntry entry) => _hasLines ? FormattableString.Invariant($", first on line {entry.KeyPosition.Line}") : "";

    private void Report(string code, Mark mark, string message, string fix) =>
        _errors.Add(new InputError(code, message) { Position = Position(mark), Fix = fix });

    private SourcePosition Position(Mark mark) =>
        _hasLines ? new SourcePosition(_file, (int)mark.Line, (int)mark.Column) : new SourcePosition(_file);
}
