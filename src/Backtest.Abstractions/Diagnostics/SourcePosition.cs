namespace Backtest;

/// <summary>A position in a file, for error messages.</summary>
/// <param name="File">The file's path; <see langword="null"/> if not from a file.</param>
/// <param name="Line">The line, from 1; 0 if unknown.</param>
/// <param name="Column">The column, from 1; 0 if unknown.</param>
public readonly record struct SourcePosition(string? File, int Line = 0, int Column = 0);
