namespace Backtest.Generators.Containers.Model;

/// <summary>One step of an entry: a call, or the delivery of a queue.</summary>
/// <param name="Call">The call; <see langword="null"/> if the step delivers a queue.</param>
/// <param name="Queue">The queue that is delivered.</param>
internal sealed record StepModel(CallModel? Call, QueueModel? Queue);
