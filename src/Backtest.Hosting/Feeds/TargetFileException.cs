namespace Backtest.Hosting;

/// <summary>A package cannot be written where it should go: the fault is not the source's.</summary>
internal sealed class TargetFileException(IOException reason) : Exception(reason.Message, reason);
