namespace Backtest;

/// <summary>How a text file encodes its characters.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8, of which ASCII is a part.</summary>
    Utf8,

    /// <summary>UTF-16, in the byte order the file shows.</summary>
    Utf16,

    /// <summary>ISO 8859-1: a byte for each character.</summary>
    Latin1,
}
