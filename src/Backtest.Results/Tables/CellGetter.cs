namespace Backtest.Results;

/// <summary>Reads one cell of a row.</summary>
internal delegate TValue CellGetter<in TScope, TRow, out TValue>(TScope scope, in TRow row);
