namespace Backtest.Data.Csv;

/// <summary>
/// Reads delimited text row by row without creating strings. Fields may be quoted, with doubled quotes inside, and may then contain separators and
/// line ends (RFC 4180). Lines end with CR LF, LF or CR. Empty rows are skipped.
/// </summary>
/// <param name="text">The text, starting at the beginning of a line.</param>
/// <param name="separator">The separator between fields.</param>
/// <param name="comment">The character that begins lines to skip, or <see langword="null"/> if there are none.</param>
/// <param name="firstLine">The number of the text's first line.</param>
internal sealed class FieldReader(TextReader text, char separator, char? comment = null, int firstLine = 1)
{
    private const int LongestRow = 1 << 20;
    private const int BufferSize = 1 << 14;
    private const int MostFieldsAtFirst = 32;

    private readonly MarkScanner _marks = new(separator);
    private char[] _buffer = new char[BufferSize + MarkScanner.Reach];
    private int[] _starts = new int[MostFieldsAtFirst];
    private int[] _lengths = new int[MostFieldsAtFirst]; // negative if the field has doubled quotes
    private int _row;
    private int _next;
    private int _filled;
    private bool _isAtEnd;
    private int _nextLine = firstLine;

    /// <summary>The line the row begins on.</summary>
    public int Line { get; private set; } = firstLine;

    /// <summary>The line the next row begins on.</summary>
    public int NextLine => _nextLine;

    /// <summary>The number of fields in the row.</summary>
    public int Count { get; private set; }

    /// <summary>A field of the row, without surrounding blanks.</summary>
    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            int length = _lengths[index];
            if (length < 0)
                return new string(_buffer, _starts[index], -length).Replace("\"\"", "\"", StringComparison.Ordinal).AsSpan().Trim();
            ReadOnlySpan<char> found = _buffer.AsSpan(_starts[index], length);
            return length > 0 && (found[0] <= ' ' || found[^1] <= ' ' || found[0] == '\u00A0' || found[^1] == '\u00A0') ? found.Trim() : found;
        }
    }

    /// <summary>Reads the next row that is not empty.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="FieldException">A quoted field does not end, or a row is too long.</exception>
    public bool Read()
    {
        while (true)
        {
            _row = _next;
            if (_row == _filled && !Fill())
                return false;
            Line = _nextLine;
            if (comment is { } sign && _buffer[_row] == sign)
            {
                PassLine();
                continue;
            }

            while (!TrySplit())
            {
                if (!Fill())
                    throw FieldException.OpenQuote();
            }

            if (!IsEmpty())
                return true;
        }
    }

    private bool IsEmpty()
    {
        for (int field = 0; field < Count; field++)
        {
            if (!_buffer.AsSpan(_starts[field], Math.Abs(_lengths[field])).IsWhiteSpace())
                return false;
        }

        return true;
    }

    /// <summary>Finds the fields of the row.</summary>
    /// <returns>Whether the buffer holds the whole row.</returns>
    private bool TrySplit()
    {
        Count = 0;
        int start = _row;
        int lines = 1;
        while (true)
        {
            int at;
            if (start < _filled && _buffer[start] == '"')
            {
                at = start;
                if (!TryTakeQuoted(ref at, ref lines))
                    return false;
                _marks.MoveTo(_buffer, at);
                at = _marks.Next(_buffer, _filled);
            }
            else
            {
                do
                    at = _marks.Next(_buffer, _filled);
                while (at >= 0 && _buffer[at] == '"'); // a quote inside a field that does not begin with one
                Add(start, (at < 0 ? _filled : at) - start);
            }

            if (at < 0)
            {
                _next = _filled;
                break;
            }

            start = at + 1;
            if (_buffer[at] == separator)
                continue;
            _next = start;
            if (_buffer[at] == '\r')
            {
                if (start == _filled && !_isAtEnd)
                    return false;
                if (start < _filled && _buffer[start] == '\n')
                    _next = _marks.Next(_buffer, _filled) + 1;
            }

            _nextLine = Line + lines;
            return true;
        }

        _nextLine = Line + lines;
        return _isAtEnd;
    }

    private bool TryTakeQuoted(ref int at, ref int lines)
    {
        int start = ++at;
        bool isDoubled = false;
        while (true)
        {
            int length = _buffer.AsSpan(at, _filled - at).IndexOf('"');
            if (length < 0)
                return _isAtEnd ? throw FieldException.OpenQuote() : false;
            at += length + 1;
            if (at == _filled && !_isAtEnd)
                return false;
            if (at == _filled || _buffer[at] != '"')
                break;
            isDoubled = true;
            at++;
        }

        int quoted = at - 1 - start;
        lines += _buffer.AsSpan(start, quoted).Count('\n');
        while (at < _filled && _buffer[at] == ' ')
            at++;
        if (at < _filled && _buffer[at] != separator && _buffer[at] is not ('\n' or '\r'))
            throw FieldException.OpenQuote();
        Add(start, isDoubled ? -quoted : quoted);
        return true;
    }

    private void Add(int start, int length)
    {
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, 2 * Count);
            Array.Resize(ref _lengths, 2 * Count);
        }

        _starts[Count] = start;
        _lengths[Count++] = length;
    }

    private void PassLine()
    {
        int length;
        while ((length = _buffer.AsSpan(_row, _filled - _row).IndexOf('\n')) < 0)
        {
            if (_filled - _row > BufferSize / 2)
                _row = _filled; // discard what was scanned of the line
            if (!Fill())
            {
                _next = _filled;
                return;
            }
        }

        _next = _row + length + 1;
        _nextLine++;
        _marks.MoveTo(_buffer, _next);
    }

    /// <summary>Reads more text after the rest of the row.</summary>
    /// <returns>Whether there was any, or the end of the text was reached by this call.</returns>
    private bool Fill()
    {
        if (_isAtEnd)
            return false;
        int left = _filled - _row;
        if (left == _buffer.Length - MarkScanner.Reach)
        {
            if (left >= LongestRow)
                throw FieldException.LongRow();
            Array.Resize(ref _buffer, 2 * left + MarkScanner.Reach);
        }

        Array.Copy(_buffer, _row, _buffer, 0, left);
        (_row, _next, _filled) = (0, 0, left);
        int read = text.ReadBlock(_buffer, left, _buffer.Length - MarkScanner.Reach - left);
        _filled += read;
        _marks.MoveTo(_buffer, 0);
        _isAtEnd = read == 0;
        return read > 0 || left > 0;
    }
}
