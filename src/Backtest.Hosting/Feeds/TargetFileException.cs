namespace Backtest.Hosting;

/// <summary>A package cannot be written to its target file, which is not a fault of the source.</summary>
internal sealed class TargetFileException(IOException reason) : Exception(reason.Message, reason);
