using Backtest.Generators.Model;

namespace Backtest.Generators.Plugins.Model;

/// <summary>The container that the node of a container plugin calls.</summary>
/// <param name="Type">The container's type, as the factory names it.</param>
/// <param name="Name">The container's simple name.</param>
/// <param name="Starts">The roles that handle the start.</param>
internal sealed record ContainedModel(string Type, string Name, EquatableArray<StartModel> Starts);
