using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;

namespace Backtest.Generators.Containers.Model;

/// <summary>What reading a container factory came to.</summary>
/// <param name="Model">What is to be written; <see langword="null"/>: nothing can be.</param>
/// <param name="Diagnostics">What is wrong.</param>
internal sealed record ContainerResult(ContainerModel? Model, EquatableArray<DiagnosticInfo> Diagnostics);
