using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The moment of a row: a turn or a time.</summary>
internal delegate long RowMoment<TRow>(in TRow row);

/// <summary>Writes the rows of several containers as one table, by moment, then in declaration order, then as they happened.</summary>
/// <param name="writer">The writer of the table.</param>
/// <param name="scopes">The containers, in declaration order.</param>
/// <param name="rows">A container's rows, in order of moments.</param>
/// <param name="moment">The moment of a row.</param>
internal sealed class MergedTable<TScope, TRow>(TableWriter writer, TScope[] scopes, Func<TScope, Rows<TRow>> rows, RowMoment<TRow> moment)
    where TScope : RowScope
    where TRow : struct, IRow
{
    private readonly int[] _next = new int[scopes.Length];

    /// <summary>Writes all current rows of the containers.</summary>
    public void Write()
    {
        Array.Clear(_next);
        for (long? now = Earliest(); now is { } at; now = Earliest())
        {
            for (int i = 0; i < scopes.Length; i++)
                Write(i, at);
        }
    }

    private void Write(int container, long now)
    {
        TScope scope = scopes[container];
        ReadOnlySpan<TRow> held = rows(scope).Span;
        ref int next = ref _next[container];
        for (; next < held.Length && moment(held[next]) <= now; next++)
        {
            held[next].Describe(new CellFields(writer, scope));
            writer.EndRow();
        }
    }

    private long? Earliest()
    {
        long? earliest = null;
        for (int i = 0; i < scopes.Length; i++)
        {
            ReadOnlySpan<TRow> held = rows(scopes[i]).Span;
            if (_next[i] == held.Length)
                continue;
            long at = moment(held[_next[i]]);
            if (earliest is null || at < earliest)
                earliest = at;
        }

        return earliest;
    }
}
