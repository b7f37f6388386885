using System.Text;

namespace Backtest.Generators.Text;

/// <summary>Writes a JSON document, indented by two spaces.</summary>
internal sealed class JsonWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isFirst = true;

    /// <summary>Writes a member of an object, with its value as JSON.</summary>
    public JsonWriter Member(string name, string json)
    {
        Next();
        _text.Append(Quote(name)).Append(": ").Append(json);
        return this;
    }

    /// <summary>Writes a member of an object whose value is an object that <paramref name="write"/> fills.</summary>
    public JsonWriter Member(string name, Action write)
    {
        Next();
        _text.Append(Quote(name)).Append(": ");
        return Nested('{', '}', write);
    }

    /// <summary>Writes a member of an object whose value is a list that <paramref name="write"/> fills.</summary>
    public JsonWriter List(string name, Action write)
    {
        Next();
        _text.Append(Quote(name)).Append(": ");
        return Nested('[', ']', write);
    }

    /// <summary>Writes an object: the document, or an item of a list.</summary>
    public JsonWriter Object(Action write)
    {
        if (_depth > 0)
            Next();
        return Nested('{', '}', write);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>A list of texts on one line.</summary>
    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Quote))}]";

    /// <summary>A text as JSON.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char letter in text)
        {
            _ = letter switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                < ' ' => quoted.Append($"\\u{(int)letter:x4}"),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }

    private JsonWriter Nested(char open, char close, Action write)
    {
        _text.Append(open);
        (_depth, _isFirst) = (_depth + 1, true);
        write();
        _depth--;
        if (!_isFirst)
            NewLine();
        _isFirst = false;
        _text.Append(close);
        return this;
    }

    private void Next()
    {
        if (!_isFirst)
            _text.Append(',');
        _isFirst = false;
        NewLine();
    }

    private void NewLine() => _text.Append('\n').Append(' ', _depth * 2);
}
