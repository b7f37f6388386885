namespace Backtest.Generators.Containers.Model;

/// <summary>An edge of the flow, by the names of roles and events.</summary>
internal sealed record EdgeModel(
    string From, string Event, string To, string Handler, bool IsDelayed, bool RunsAfterFault = false, bool IsConcurrent = false);
