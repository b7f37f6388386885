namespace Backtest.Results;

/// <summary>Writes one cell of a row.</summary>
internal delegate void CellWriter<in TScope, TRow>(TScope scope, in TRow row, TableWriter writer);
