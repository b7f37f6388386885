using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;

namespace Backtest.Generators.Containers.Model;

/// <summary>The result of reading a container factory.</summary>
/// <param name="Model">The model of the generated code; <see langword="null"/> if none can be generated.</param>
/// <param name="Diagnostics">The errors.</param>
internal sealed record ContainerResult(ContainerModel? Model, EquatableArray<DiagnosticInfo> Diagnostics);
