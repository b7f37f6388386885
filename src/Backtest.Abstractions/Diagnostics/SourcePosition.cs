namespace Backtest;

/// <summary>A place in a file, to point at in an error.</summary>
/// <param name="File">The file's path; <see langword="null"/>: not from a file.</param>
/// <param name="Line">The line, from 1; 0: unknown.</param>
/// <param name="Column">The column, from 1; 0: unknown.</param>
public readonly record struct SourcePosition(string? File, int Line = 0, int Column = 0);
