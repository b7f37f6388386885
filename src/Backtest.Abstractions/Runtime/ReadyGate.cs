using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Tracks from which bar on every indicator a node declared is ready.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReadyGate
{
    private readonly List<IndicatorColumn> _columns = [];
    private readonly List<int> _offsets = [];

    /// <summary>The columns watched.</summary>
    public IReadOnlyList<IndicatorColumn> Columns => _columns;

    /// <summary>Adds a reader to those that must be ready.</summary>
    public IndicatorReader<TValue> Watch<TValue>(IndicatorReader<TValue> reader)
        where TValue : struct
    {
        _columns.Add(reader.Column);
        _offsets.Add(reader.Offset);
        return reader;
    }

    /// <summary>Whether every reader's value is defined at this index of the history.</summary>
    public bool IsReady(long index)
    {
        for (int i = 0; i < _columns.Count; i++)
        {
            if (index - _offsets[i] < _columns[i].ReadyIndex)
                return false;
        }

        return true;
    }
}
